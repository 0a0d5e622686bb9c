//! One message to somebody: who, what one needs, words to tap together and change. The person's own phone sends it.

use serde::{Deserialize, Serialize};

use super::Machine;
use super::said::{Said, typed};
use crate::fragment::encode;
use crate::tracker::Details;

/// A message that is being written.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Message {
    who: String,
    /// The parts that were tapped, by their place, in the order of the list.
    parts: Vec<usize>,
    words: String,
    /// Whether the person changed the words: tapping no longer touches them.
    own: bool,
    /// A number or a mail address. It lives in memory only: not even the history of the tab has it.
    #[serde(skip)]
    to: String,
}

impl Message {
    /// Who it is for.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// Writes who it is for.
    pub fn set_who(&mut self, words: &str) {
        self.who = typed(words);
    }

    /// Taps a part of those there are, or takes it back. The words are the tapped ones in the order of the list.
    pub fn toggle(&mut self, part: usize, parts: &[String]) {
        let before = self.parts.len();
        self.parts.retain(|one| *one != part);
        if self.parts.len() == before {
            self.parts.push(part);
        }
        if !self.own {
            let tapped = parts.iter().enumerate().filter(|(at, _)| self.has(*at));
            self.words = tapped.map(|(_, part)| part.as_str()).collect::<Vec<_>>().join(" ");
        }
    }

    /// Whether a part is tapped.
    pub fn has(&self, part: usize) -> bool {
        self.parts.contains(&part)
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Changes the words. Without any the parts count again.
    pub fn edit(&mut self, words: &str) {
        self.words = typed(words);
        self.own = !self.words.is_empty();
        if !self.own {
            self.parts.clear();
        }
    }

    /// The number or the mail address.
    pub fn to(&self) -> &str {
        &self.to
    }

    /// Writes the number or the mail address.
    pub fn set_to(&mut self, words: &str) {
        self.to = typed(words);
    }

    /// The address that opens the phone's own messages with these words; the number may be missing.
    pub fn sms(&self) -> String {
        let plus = if self.to.trim().starts_with('+') { "+" } else { "" };
        let digits: String = self.to.chars().filter(char::is_ascii_digit).take(15).collect();
        let to = if self.to.contains('@') || digits.is_empty() {
            String::new()
        } else {
            format!("{plus}{digits}")
        };
        format!("sms:{to}?body={}", encode(&self.words))
    }

    /// The address that opens the phone's own mail with these words; who gets it may be missing.
    pub fn mail(&self) -> String {
        let to = self.to.trim();
        let to = if to.contains('@') { encode(to).replace("%40", "@") } else { String::new() };
        format!("mailto:{to}?body={}", encode(&self.words))
    }
}

impl Machine for Message {
    const KIND: &'static str = "message";

    /// The number is not kept.
    fn outcome(&self, _: i64) -> Option<Details> {
        if self.words.trim().is_empty() {
            return None;
        }
        let mut said = Said::default();
        said.say("who", &self.who);
        said.say("message", &self.words);
        said.kept()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Vec<String> {
        ["Hi.", "I am having a hard hour.", "Can you talk?"].map(str::to_owned).to_vec()
    }

    #[test]
    fn parts_stand_in_the_order_of_the_list_until_the_person_writes() {
        let (mut message, parts) = (Message::default(), parts());
        assert_eq!(message.outcome(0), None);
        for part in [2, 0, 1, 0, 99] {
            message.toggle(part, &parts);
        }
        assert_eq!(message.words(), "I am having a hard hour. Can you talk?");
        message.edit("Call me?");
        message.toggle(1, &parts);
        assert_eq!(message.words(), "Call me?");
        message.edit("");
        assert!(!message.has(2));
        message.toggle(0, &parts);
        assert_eq!(message.words(), "Hi.");
    }

    #[test]
    fn the_number_is_neither_in_the_history_nor_in_what_is_kept() {
        let mut message = Message::default();
        message.set_to("+1 555 010 0100");
        message.edit("Hi");
        assert!(!serde_json::to_string(&message).unwrap().contains("555"));
        assert!(!format!("{:?}", message.outcome(0)).contains("555"));
    }

    #[test]
    fn the_phone_gets_the_words_whole_and_nothing_else() {
        let mut message = Message::default();
        message.set_to("+1 (555) 010-0100");
        message.edit("Can you talk & stay?");
        assert_eq!(message.sms(), "sms:+15550100100?body=Can%20you%20talk%20%26%20stay%3F");
        message.edit("Hi");
        message.edit("Hi");
        assert_eq!(message.mail(), "mailto:?body=Hi");
        message.set_to("ana@example.org?cc=b@example.org");
        assert_eq!(message.mail(), "mailto:ana@example.org%3Fcc%3Db@example.org?body=Hi");
        assert_eq!(message.sms(), "sms:?body=Hi");
    }

    #[test]
    fn the_words_are_kept_and_the_number_is_not() {
        let mut message = Message::default();
        assert_eq!(message.outcome(0), None);
        message.edit("Can you talk?");
        message.set_to("+1 555 010 0100");
        let kept = message.outcome(0).unwrap();
        let said: Vec<_> = kept.answers.iter().map(|answer| answer.said.as_str()).collect();
        assert_eq!(said, ["Can you talk?"]);
    }
}
