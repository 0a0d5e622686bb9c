//! What of a plan fits on a card: a sheet that is folded twice, with four panels of the size of a bank card.

/// Lines of small print that a panel has, its titles among them.
pub const CARD_LINES: usize = 12;
/// Characters that surely fit on a line, wide ones too.
const LINE_LENGTH: usize = 40;
/// No entry takes more lines, so that one long one does not push the others off.
const MOST_LINES: usize = 2;

/// One panel of the card: parts with their titles, and how many entries had no room.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Panel {
    /// Titles, each with what stands below it; a part with nothing is left out.
    pub parts: Vec<(String, Vec<String>)>,
    /// How many entries are not on it.
    pub left_out: usize,
}

/// Fits parts, each a title and its entries, into one panel. The first `whole` parts come before all others, as help
/// lines must; of the rest, each has its first entry before another has its second. One line is kept for the sentence
/// that says how many are left out.
pub fn fitted(parts: Vec<(String, Vec<String>)>, whole: usize) -> Panel {
    let cut_all = |entries: Vec<String>| entries.iter().map(|entry| cut(entry)).collect::<Vec<_>>();
    let parts: Vec<_> = parts.into_iter().map(|(title, entries)| (title, cut_all(entries))).collect();
    let mut taken: Vec<usize> = vec![0; parts.len()];
    let mut room = CARD_LINES - 1;
    // Entries keep their order: once one has no room, those after it have none.
    let mut take = |part: usize, at: usize| {
        let Some((title, entries)) = parts.get(part) else { return };
        let (Some(entry), Some(taken)) = (entries.get(at), taken.get_mut(part)) else { return };
        let needed = lines(entry) + if at == 0 { lines(title) } else { 0 };
        if *taken == at && needed <= room {
            room -= needed;
            *taken += 1;
        }
    };
    let most = parts.iter().map(|(_, entries)| entries.len()).max().unwrap_or(0);
    for part in 0..whole {
        (0..most).for_each(|at| take(part, at));
    }
    for at in 0..most {
        (whole..parts.len()).for_each(|part| take(part, at));
    }
    let mut panel = Panel::default();
    for ((title, mut entries), taken) in parts.into_iter().zip(taken) {
        panel.left_out += entries.len() - taken;
        entries.truncate(taken);
        if taken > 0 {
            panel.parts.push((title, entries));
        }
    }
    panel
}

/// An entry as it stands on the card: one paragraph, cut where it is too long.
fn cut(entry: &str) -> String {
    let words = entry.split_whitespace().collect::<Vec<_>>().join(" ");
    if lines(&words) <= MOST_LINES {
        return words;
    }
    let mut kept: String = words.chars().take(MOST_LINES * LINE_LENGTH - 1).collect();
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

fn lines(text: &str) -> usize {
    text.chars().count().div_ceil(LINE_LENGTH).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part(title: &str, entries: &[&str]) -> (String, Vec<String>) {
        (title.to_owned(), entries.iter().map(|entry| (*entry).to_owned()).collect())
    }

    #[test]
    fn what_has_room_stands_in_its_order_and_a_part_with_nothing_has_no_title() {
        let parts = vec![part("Signs", &["one", "two"]), part("Nothing", &[]), part("What I do", &["walk"])];
        let panel = fitted(parts.clone(), 0);
        assert_eq!(panel, Panel { parts: vec![parts[0].clone(), parts[2].clone()], left_out: 0 });
        assert_eq!(fitted(Vec::new(), 1), Panel::default());
    }

    #[test]
    fn a_long_part_leaves_room_for_the_first_entries_of_others_and_says_what_is_left_out() {
        let many: Vec<String> = (0..20).map(|at| format!("sign {at}")).collect();
        let panel = fitted(vec![("Signs".to_owned(), many.clone()), part("What I do", &["walk", "call"])], 0);
        assert_eq!(panel.parts[0].1, many[..7]);
        assert_eq!(panel.parts[1].1, ["walk", "call"]);
        assert_eq!(panel.left_out, 13);
    }

    #[test]
    fn an_entry_of_a_page_is_cut_to_two_lines() {
        let panel = fitted(vec![part("Reasons", &["my\n\nsister ", &"word ".repeat(100)])], 0);
        assert_eq!(panel.parts[0].1[0], "my sister");
        let cut = &panel.parts[0].1[1];
        assert!(cut.ends_with("word…") && cut.chars().count() <= 80, "{cut}");
    }

    #[test]
    fn help_lines_are_on_it_whatever_else_there_is() {
        let long = "a name of a help line that needs more than one line: 1-800-000-0000";
        let own: Vec<String> = (0..9).map(|at| format!("Dr. {at}, {long}")).collect();
        let panel =
            fitted(vec![part("Help lines", &[long, long, long]), ("Professionals".to_owned(), own)], 1);
        assert_eq!((panel.parts[0].1.len(), panel.parts[1].1.len(), panel.left_out), (3, 1, 8));
    }

    proptest! {
        #[test]
        fn a_panel_is_never_fuller_than_it_has_lines_and_every_entry_is_counted(
            parts in proptest::collection::vec(("[a-z]{1,60}", proptest::collection::vec("[a-zñ ]{0,120}", 0..15)), 0..5),
            whole in 0..3_usize,
        ) {
            let given: usize = parts.iter().map(|(_, entries)| entries.len()).sum();
            let panel = fitted(parts, whole);
            let shown: usize = panel.parts.iter().map(|(_, entries)| entries.len()).sum();
            prop_assert_eq!(shown + panel.left_out, given);
            let full: usize = panel.parts.iter()
                .map(|(title, entries)| lines(title) + entries.iter().map(|entry| lines(entry)).sum::<usize>()).sum();
            prop_assert!(full < CARD_LINES);
        }
    }
}
