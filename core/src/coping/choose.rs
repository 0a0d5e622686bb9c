//! Which skills fit what a person said.

use super::{Situation, Skill, Spot, Works};
use crate::fold::fold;
use crate::order::sort_short;

/// What a person chose; what is `None` or empty leaves nothing out.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Choice {
    /// What it is.
    pub situation: Option<Situation>,
    /// How many minutes there are.
    pub minutes: Option<u32>,
    /// Words that must all occur in the name, the steps or the safety note.
    pub query: String,
}

/// Gives the skills that fit, in the order of the library.
pub fn choose<'a>(skills: &'a [Skill], choice: &Choice) -> Vec<&'a Skill> {
    let words: Vec<String> = choice.query.split_whitespace().map(fold).collect();
    skills
        .iter()
        .filter(|skill| choice.situation.is_none_or(|situation| skill.situations.contains(&situation)))
        .filter(|skill| choice.minutes.is_none_or(|minutes| skill.minutes <= minutes))
        .filter(|skill| {
            if words.is_empty() {
                return true;
            }
            let text = fold(&format!(
                "{} {} {}",
                skill.name,
                skill.steps.join(" "),
                skill.safety.as_deref().unwrap_or_default()
            ));
            words.iter().all(|word| text.contains(word.as_str()))
        })
        .collect()
}

/// Gives up to three skills for this moment, the one to start with first.
///
/// `spots` is where the person says they are; what can't be done there comes after the rest, so nobody is left with
/// nothing, and [`fits_at`] says whether the first one does.
///
/// After a lapse, what keeps a person alive comes first however few minutes there are: a skill made for that
/// situation alone and marked for a clinician's review. Then what brought this person's own urge down most, then
/// what is for this moment before what is made on a calm day for a hard one, then skills that act (a tool), then the longest that fits, so that the minutes a person has are used; ties keep the order of the library. If nothing is short
/// enough, the shortest of the situation are offered rather than nothing.
pub fn first_three<'a>(
    skills: &'a [Skill],
    situation: Situation,
    minutes: u32,
    spots: &[Spot],
    works: &Works,
) -> Vec<&'a Skill> {
    let mut fitting: Vec<&Skill> =
        skills.iter().filter(|skill| skill.situations.contains(&situation)).collect();
    let key = |skill: &Skill| {
        let fits = skill.minutes <= minutes;
        let length = if fits { u32::MAX - skill.minutes } else { skill.minutes };
        let is_vital = is_vital(skill, situation);
        (
            !is_vital,
            !fits_at(skill, spots),
            !fits,
            works.place(skill),
            skill.ahead,
            skill.tool.is_none(),
            length,
        )
    };
    sort_short(&mut fitting, |a, b| key(a) < key(b));
    fitting.truncate(3);
    fitting
}

/// Says whether a skill can be done where the person is.
pub fn fits_at(skill: &Skill, spots: &[Spot]) -> bool {
    !skill.not_at.iter().any(|spot| spots.contains(spot))
}

fn is_vital(skill: &Skill, situation: Situation) -> bool {
    situation == Situation::AfterLapse && skill.situations == [situation] && skill.review.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coping::tool::Tool;
    use crate::coping::{SkillId, Source};

    fn skill(id: &str, situations: &[Situation], minutes: u32) -> Skill {
        Skill {
            id: SkillId(id.into()),
            name: id.into(),
            situations: situations.to_vec(),
            minutes,
            steps: vec!["Respirez à fond.".into()],
            safety: None,
            refers_to: Vec::new(),
            line_ids: Vec::new(),
            review: None,
            source: Source::default(),
            checked: None,
            ahead: false,
            why_it_helps: None,
            not_at: Vec::new(),
            tool: None,
        }
    }

    fn ids(skills: &[&Skill]) -> Vec<String> {
        skills.iter().map(|skill| skill.id.0.clone()).collect()
    }

    #[test]
    fn all_parts_of_a_choice_must_hold() {
        let skills = [
            skill("wait", &[Situation::Craving], 15),
            skill("breathe", &[Situation::Craving, Situation::Anxiety], 4),
            skill("walk", &[Situation::Anger], 4),
        ];
        let choice = Choice { situation: Some(Situation::Craving), minutes: Some(5), query: String::new() };
        assert_eq!(ids(&choose(&skills, &choice)), ["breathe"]);
        assert_eq!(choose(&skills, &Choice::default()).len(), 3);
    }

    #[test]
    fn words_are_found_whatever_their_case_and_accents() {
        let skills = [skill("Wait", &[], 1)];
        let choice = |query: &str| Choice { query: query.into(), ..Choice::default() };
        assert_eq!(choose(&skills, &choice("WAIT respirez A")).len(), 1);
        assert_eq!(choose(&skills, &choice("wait never")).len(), 0);
    }

    #[test]
    fn a_skill_that_acts_and_fits_comes_first() {
        let mut pacer = skill("pacer", &[Situation::Anxiety], 4);
        pacer.tool = Some(Tool::Timer);
        let skills = [
            skill("long", &[Situation::Anxiety], 30),
            skill("short", &[Situation::Anxiety], 2),
            skill("five", &[Situation::Anxiety], 5),
            pacer,
        ];
        assert_eq!(
            ids(&first_three(&skills, Situation::Anxiety, 5, &[], &Works::default())),
            ["pacer", "five", "short"]
        );
    }

    #[test]
    fn what_is_for_this_moment_comes_before_what_is_made_on_a_calm_day() {
        let mut plan = skill("plan", &[Situation::Anxiety], 5);
        (plan.tool, plan.ahead) = (Some(Tool::Plans), true);
        let skills = [plan, skill("breathe", &[Situation::Anxiety], 2)];
        let three = first_three(&skills, Situation::Anxiety, 5, &[], &Works::default());
        assert_eq!(ids(&three), ["breathe", "plan"]);
    }

    #[test]
    fn what_cannot_be_done_where_one_is_comes_last_and_nobody_is_left_with_nothing() {
        let mut run = skill("run", &[Situation::Anxiety], 5);
        run.not_at = vec![Spot::Bed, Spot::Work];
        let skills = [run, skill("count", &[Situation::Anxiety], 2)];
        let three =
            |spots: &[Spot]| ids(&first_three(&skills, Situation::Anxiety, 5, spots, &Works::default()));
        assert_eq!(three(&[]), ["run", "count"]);
        assert_eq!(three(&[Spot::Public]), ["run", "count"]);
        assert_eq!(three(&[Spot::Public, Spot::Bed]), ["count", "run"]);
        let alone = &skills[..1];
        assert_eq!(ids(&first_three(alone, Situation::Anxiety, 5, &[Spot::Bed], &Works::default())), ["run"]);
        assert!(!fits_at(&alone[0], &[Spot::Bed]));
    }

    #[test]
    fn after_a_lapse_what_is_vital_comes_first_however_short_the_time() {
        let mut vital = skill("first-hour", &[Situation::AfterLapse], 60);
        vital.review = Some("clinician".into());
        let skills = [skill("kind", &[Situation::AfterLapse], 2), vital];
        assert_eq!(
            ids(&first_three(&skills, Situation::AfterLapse, 2, &[], &Works::default())),
            ["first-hour", "kind"]
        );
    }

    #[test]
    fn when_nothing_is_short_enough_the_shortest_is_offered() {
        let skills = [skill("long", &[Situation::Grief], 20), skill("ten", &[Situation::Grief], 10)];
        assert_eq!(ids(&first_three(&skills, Situation::Grief, 2, &[], &Works::default())), ["ten", "long"]);
    }
}
