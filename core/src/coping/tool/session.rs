//! A tool that somebody is in the middle of.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::tracker::Details;

/// The state of a tool.
pub trait Machine:
    Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// The word for it in content files.
    const KIND: &'static str;

    /// Whether the urge before and after is asked about: it says nothing of a tool that is used at another time.
    const ASKS_URGE: bool = true;

    /// Whether time counts now: the screen stays on, and what is shown follows the clock.
    fn runs(&self) -> bool {
        false
    }

    /// Begins, if it is one that can begin without a choice: somebody in a hard moment has tapped enough.
    fn begin(&mut self, _now_ms: i64) {}

    /// What there is to keep, if there is something; the page adds the skill, and the urge if it was asked for.
    fn outcome(&self, now_ms: i64) -> Option<Details>;
}

/// A machine, the skill it belongs to, and what is asked about every skill.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Session<M> {
    kind: String,
    skill: String,
    /// The urge before, if it was said.
    #[serde(default)]
    pub urge: Option<u8>,
    /// The urge after, if it was said.
    #[serde(default)]
    pub urge_after: Option<u8>,
    /// The state.
    pub state: M,
}

impl<M: Machine> Session<M> {
    /// A session of a skill that has not begun.
    pub fn new(skill: &str) -> Session<M> {
        Session { kind: M::KIND.to_owned(), skill: skill.to_owned(), ..Session::default() }
    }

    /// Reads the session of a skill; a text of another tool or skill, or a broken one, starts anew.
    pub fn from_text(skill: &str, text: &str) -> Session<M> {
        match serde_json::from_str::<Session<M>>(text) {
            Ok(read) if read.kind == M::KIND && read.skill == skill => {
                let to_ten = |urge: Option<u8>| urge.filter(|urge| *urge <= 10);
                Session { urge: to_ten(read.urge), urge_after: to_ten(read.urge_after), ..read }
            }
            _ => Session::new(skill),
        }
    }

    /// Begins what has not begun: what somebody is in the middle of stays as it is.
    pub fn begin(&mut self, now_ms: i64) {
        if self.state == M::default() {
            self.state.begin(now_ms);
        }
    }

    /// Gives the text of it.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What would be kept of it.
    pub fn outcome(&self, now_ms: i64) -> Option<Details> {
        let of_tool = self.state.outcome(now_ms)?;
        Some(Details {
            skill: Some(self.skill.clone()),
            urge: self.urge.or(of_tool.urge),
            urge_after: self.urge_after.or(of_tool.urge_after),
            ..of_tool
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        Boxes, Breathe, Card, Delay, Film, GoodThings, HaltCheck, Hour, Message, Parts, Plans, Refusal,
        Review, Senses, ThoughtCheck, Timer, Triggers, Wave, Worries,
    };
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_session_goes_on_after_its_text() {
        let mut session = Session::<Timer>::new("walk-ten");
        session.state.time.start(5_000);
        session.urge = Some(7);
        let again = Session::<Timer>::from_text("walk-ten", &session.to_text());
        assert_eq!(again, session);
        let kept = again.outcome(65_000).unwrap();
        assert_eq!((kept.skill.as_deref(), kept.urge, kept.seconds), (Some("walk-ten"), Some(7), Some(60)));
    }

    #[test]
    fn a_text_of_another_skill_or_tool_starts_anew() {
        let mut session = Session::<Timer>::new("walk-ten");
        session.state.time.start(5_000);
        let text = session.to_text();
        assert_eq!(Session::<Timer>::from_text("move-burst", &text), Session::new("move-burst"));
        assert_eq!(Session::<Delay>::from_text("walk-ten", &text), Session::new("walk-ten"));
        assert_eq!(Session::<Timer>::from_text("walk-ten", "{"), Session::new("walk-ten"));
    }

    #[test]
    fn an_urge_that_no_scale_has_was_not_said() {
        let text = r#"{"kind":"timer","skill":"a","urge":11,"urge_after":10,"state":{}}"#;
        let session = Session::<Timer>::from_text("a", text);
        assert_eq!((session.urge, session.urge_after), (None, Some(10)));
    }

    fn survives<M: Machine>(state: &str, now: i64) {
        let text = format!(r#"{{"kind":"{}","skill":"a","state":{state}}}"#, M::KIND);
        let session = Session::<M>::from_text("a", &text);
        let _ = (session.outcome(now), session.state.runs());
    }

    proptest! {
        #[test]
        fn no_text_from_outside_breaks_a_tool(text in "\\PC*", now: i64, a: i64, b: i64, c: u32, said in "\\PC{0,9}") {
            let said = serde_json::to_string(&said).unwrap();
            let full = format!(
                r#"{{"time":{{"since":{a},"before":{b}}},"turned":{b},"pace":"slow","at":{c},"moved":{a},"seconds":{c},"before":{},"ratings":[[{c},7]],"from":{a},"minutes":{c},"tried":[{c}],"done":[{c}],"worries":[{{"words":{said}}}]}}"#,
                c % 12,
            );
            for state in [text.as_str(), full.as_str(), "{}"] {
                survives::<Breathe>(state, now);
                survives::<Delay>(state, now);
                survives::<Hour>(state, now);
                survives::<Parts>(state, now);
                survives::<Timer>(state, now);
                survives::<Wave>(state, now);
                survives::<Worries>(state, now);
            }
        }

        #[test]
        fn no_text_from_outside_breaks_a_tool_with_words(text in "\\PC*", at: u64, n: u8, said in "\\PC{0,9}") {
            let said = serde_json::to_string(&said).unwrap();
            let five = format!("[{said},{said},{said},{said},{said}]");
            let states = [
                text.clone(),
                format!(r#"{{"at":{at},"noticed":[{five},{five},{five},{five},{five}]}}"#),
                format!(r#"{{"levels":["yes",null,"no","a_bit"],"parts":[{said},{said},{said},{said}],"shown":true}}"#),
                format!(r#"{{"at":{at},"using":{five},"other":{five},"start":"other"}}"#),
                format!(r#"{{"at":{at},"parts":{five},"first":{n},"now":{n}}}"#),
                format!(r#"{{"boxes":[[{{"words":{said},"weighs":true}}],[],[],[]]}}"#),
                format!(r#"{{"triggers":[{{"area":"times","words":{said},"strength":{n}}}],"plan":{said}}}"#),
                format!(r#"{{"made":[{{"when":{said}}}],"draft":{{"then":{said}}}}}"#),
                format!(r#"{{"scene":"again","who":{said},"words":{said}}}"#),
                format!(r#"{{"things":[{{"what":{said}}},{{}},{{"why":{said}}}]}}"#),
                format!(r#"{{"who":{said},"parts":[{at}],"words":{said},"own":true}}"#),
            ];
            for state in &states {
                survives::<Boxes>(state, 0);
                survives::<Card>(state, 0);
                survives::<Film>(state, 0);
                survives::<GoodThings>(state, 0);
                survives::<HaltCheck>(state, 0);
                survives::<Message>(state, 0);
                survives::<Plans>(state, 0);
                survives::<Refusal>(state, 0);
                survives::<Review>(state, 0);
                survives::<Senses>(state, 0);
                survives::<ThoughtCheck>(state, 0);
                survives::<Triggers>(state, 0);
            }
        }
    }

    #[test]
    fn what_can_begin_without_a_choice_begins_once() {
        let mut session = Session::<crate::coping::tool::Breathe>::new("box-breath");
        session.begin(1_000);
        assert!(session.state.runs());
        let running = session.clone();
        session.begin(9_000);
        assert_eq!(session, running);
        session.state.time.stop(9_000);
        session.begin(10_000);
        assert!(!session.state.runs(), "what was stopped waits for the person");
    }
}
