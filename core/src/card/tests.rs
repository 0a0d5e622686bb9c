use super::*;
use proptest::prelude::*;

fn example() -> Card {
    Card {
        sort: Sort::CheckIn,
        from: "Sam".to_owned(),
        mood: Some(Mood::Mixed),
        goals: vec![
            CardGoal { name: "Walk".to_owned(), week: Some(Week { counted: 5, of: 6 }) },
            CardGoal { name: "Évening".to_owned(), week: None },
        ],
        ready: vec![0, 3],
        words: "Thursday was long.".to_owned(),
    }
}

#[test]
fn a_card_that_was_written_once_is_read_for_good() {
    let link = "1AAIDU2FtAgRXYWxrVgjDiXZlbmluZ_8CAAMSVGh1cnNkYXkgd2FzIGxvbmcuOs0";
    assert_eq!(Shared::Open(example()).write(), link);
    assert_eq!(Shared::read(link), Ok(Shared::Open(example())));
}

#[test]
fn a_card_whose_end_was_cut_off_or_a_letter_of_which_was_changed_says_so() {
    let link = Shared::Open(example()).write();
    for end in 1..link.len() {
        assert_eq!(Shared::read(&link[..end]), Err(Trouble::Damaged), "{end}");
    }
    for at in 1..link.len() {
        let other = if &link[at..=at] == "B" { "C" } else { "B" };
        let changed = [&link[..at], other, &link[at + 1..]].concat();
        assert_eq!(Shared::read(&changed), Err(Trouble::Damaged), "{at}");
    }
}

#[test]
fn what_is_no_card_and_what_is_newer_is_told_apart() {
    for text in ["", "now", "é", "#", "goals", "%31"] {
        assert_eq!(Shared::read(text), Err(Trouble::NoCard), "{text}");
    }
    assert_eq!(Shared::read("3AAAA"), Err(Trouble::Newer));
    assert_eq!(Shared::read(&"1".repeat(100_000)), Err(Trouble::Damaged));
}

#[test]
fn a_card_that_is_handed_on_is_cut_and_has_no_hidden_letters() {
    let goal = CardGoal { name: " a\u{202e}b\nc\u{0} ".to_owned(), week: Some(Week { counted: 9, of: 200 }) };
    let empty = CardGoal { name: " \u{200f}\t".to_owned(), week: None };
    let card =
        Card { words: "ñ".repeat(900), goals: vec![goal, empty], ready: vec![4, 4], ..Card::default() };
    let tidy = card.tidy();
    assert_eq!(tidy.goals, [CardGoal { name: "ab c".to_owned(), week: Some(Week { counted: 7, of: 7 }) }]);
    assert_eq!((tidy.words.chars().count(), tidy.ready), (LONGEST_WORDS, vec![4]));
    assert!(Card { words: " \n".to_owned(), from: "Sam".to_owned(), ..Card::default() }.is_empty());
    assert!(!example().is_empty());
}

prop_compose! {
    fn cards()(
        answers in any::<bool>(),
        from in ".{0,70}",
        mood in prop::option::of(0_usize..3),
        goals in prop::collection::vec((".{0,80}", prop::option::of((any::<u8>(), any::<u8>()))), 0..15),
        ready in prop::collection::vec(any::<u8>(), 0..15),
        words in ".{0,300}",
    ) -> Card {
        let goals = goals.into_iter().map(|(name, week)| {
            CardGoal { name, week: week.map(|(counted, of)| Week { counted, of }) }
        });
        Card {
            sort: if answers { Sort::Encouragement } else { Sort::CheckIn },
            from,
            mood: mood.map(|at| Mood::ALL[at]),
            goals: goals.collect(),
            ready,
            words,
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_equal(card in cards()) {
        let link = Shared::Open(card.clone()).write();
        prop_assert_eq!(crate::fragment::encode(&link), link.clone(), "nothing of it needs an escape");
        prop_assert_eq!(Shared::read(&link), Ok(Shared::Open(card.tidy())));
        prop_assert_eq!(card.tidy().tidy(), card.tidy());
    }

    #[test]
    fn what_is_sealed_is_read_back_equal(
        salt in prop::collection::vec(any::<u8>(), Sealed::SALT),
        vector in prop::collection::vec(any::<u8>(), Sealed::VECTOR),
        body in prop::collection::vec(any::<u8>(), 17..600),
    ) {
        let sealed = Shared::Sealed(Sealed { salt, vector, body });
        prop_assert_eq!(Shared::read(&sealed.write()), Ok(sealed));
    }

    #[test]
    fn any_text_gives_a_card_or_a_reason(text in ".{0,80}", letters in "[12][A-Za-z0-9_-]{0,200}") {
        let _ = Shared::read(&text);
        let _ = Shared::read(&letters);
    }

    #[test]
    fn any_bytes_give_a_card_that_can_be_written_back_or_none(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let _ = Card::from_bytes(&bytes);
    }
}
