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
    /// The words, once the person changed them; tapping no longer touches them.
    own: Option<String>,
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

    /// Taps a part, or takes it back.
    pub fn toggle(&mut self, part: usize) {
        let before = self.parts.len();
        self.parts.retain(|one| *one != part);
        if self.parts.len() == before {
            self.parts.push(part);
        }
    }

    /// Whether a part is tapped.
    pub fn has(&self, part: usize) -> bool {
        self.parts.contains(&part)
    }

    /// The words: the person's own, else the parts that are tapped, in the order of the list.
    pub fn words(&self, parts: &[String]) -> String {
        self.own.clone().unwrap_or_else(|| {
            let tapped = parts.iter().enumerate().filter(|(at, _)| self.has(*at));
            tapped.map(|(_, part)| part.as_str()).collect::<Vec<_>>().join(" ")
        })
    }

    /// Changes the words.
    pub fn edit(&mut self, words: &str) {
        self.own = Some(typed(words));
    }

    /// Goes back to the parts that are tapped.
    pub fn start_over(&mut self) {
        self.own = None;
        self.parts.clear();
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
    pub fn sms(&self, words: &str) -> String {
        let plus = if self.to.trim().starts_with('+') { "+" } else { "" };
        let digits: String = self.to.chars().filter(char::is_ascii_digit).take(15).collect();
        let to = if self.to.contains('@') || digits.is_empty() {
            String::new()
        } else {
            format!("{plus}{digits}")
        };
        format!("sms:{to}?body={}", encode(words))
    }

    /// The address that opens the phone's own mail with these words; who gets it may be missing.
    pub fn mail(&self, words: &str) -> String {
        let to = self.to.trim();
        let to = if to.contains('@') { encode(to).replace("%40", "@") } else { String::new() };
        format!("mailto:{to}?body={}", encode(words))
    }

    /// What would be kept. The number is not.
    pub fn kept(&self, parts: &[String]) -> Option<Details> {
        let words = self.words(parts);
        if words.trim().is_empty() {
            return None;
        }
        let mut said = Said::default();
        said.say("who", &self.who);
        said.say("message", &words);
        said.kept()
    }
}

impl Machine for Message {
    const KIND: &'static str = "message";

    /// Without the parts at hand: only words of one's own. A page asks [`Message::kept`].
    fn outcome(&self, _: i64) -> Option<Details> {
        self.kept(&[])
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
        let mut message = Message::default();
        assert_eq!(message.kept(&parts()), None);
        message.toggle(2);
        message.toggle(0);
        message.toggle(1);
        message.toggle(0);
        message.toggle(99);
        assert_eq!(message.words(&parts()), "I am having a hard hour. Can you talk?");
        message.edit("Call me?");
        message.toggle(1);
        assert_eq!(message.words(&parts()), "Call me?");
        message.start_over();
        assert_eq!(message.words(&parts()), "");
    }

    #[test]
    fn the_number_is_neither_in_the_history_nor_in_what_is_kept() {
        let mut message = Message::default();
        message.set_to("+1 555 010 0100");
        message.edit("Hi");
        assert!(!serde_json::to_string(&message).unwrap().contains("555"));
        assert!(!format!("{:?}", message.kept(&[])).contains("555"));
    }

    #[test]
    fn the_phone_gets_the_words_whole_and_nothing_else() {
        let mut message = Message::default();
        message.set_to("+1 (555) 010-0100");
        assert_eq!(
            message.sms("Can you talk & stay?"),
            "sms:+15550100100?body=Can%20you%20talk%20%26%20stay%3F"
        );
        assert_eq!(message.mail("Hi"), "mailto:?body=Hi");
        message.set_to("ana@example.org?cc=b@example.org");
        assert_eq!(message.mail("Hi"), "mailto:ana@example.org%3Fcc%3Db@example.org?body=Hi");
        assert_eq!(message.sms("Hi"), "sms:?body=Hi");
    }
}
