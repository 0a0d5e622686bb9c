//! Asking an organization: what is missing, the letter, and the links that hand it to a person's own app.
//!
//! Nothing is sent here. A `mailto:`, `sms:` or `tel:` link opens an app, and the person sends it there or doesn't.

use crate::fragment::encode;
use crate::json::readable;

/// Something to ask about.
#[derive(Clone, PartialEq, Debug)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub text: String,
    /// The sentence that asks about it.
    pub words: String,
}

readable! { Topic { id, text, words } }

/// What a letter is made of.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Letter {
    /// The sentence of the topic, once one is chosen.
    pub topic: Option<String>,
    /// The person's own words.
    pub own: String,
    /// How to reach them, if they say so.
    pub reach: String,
    /// Their name, if they give one.
    pub name: String,
}

/// Phrases of a letter, in the language of the page.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Phrases {
    /// How it begins.
    pub hello: &'static str,
    /// What stands before the way to reach them.
    pub reach: &'static str,
    /// How it ends.
    pub thanks: &'static str,
}

/// What is missing from a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// What it is about.
    Topic,
    /// The person's own words.
    Own,
}

impl Letter {
    /// Gives what is still missing, in the order of the form.
    pub fn missing(&self) -> Vec<Missing> {
        let topic = self.topic.is_none().then_some(Missing::Topic);
        let own = self.own.trim().is_empty().then_some(Missing::Own);
        topic.into_iter().chain(own).collect()
    }

    /// Writes it; what was left out leaves no gap.
    pub fn text(&self, phrases: Phrases) -> String {
        let mut text = String::from(phrases.hello);
        let mut add = |gap: &str, words: &str| {
            if !words.is_empty() {
                text.push_str(gap);
                text.push_str(words);
            }
        };
        add("\n\n", self.topic.as_deref().unwrap_or_default());
        add("\n\n", self.own.trim());
        if !self.reach.trim().is_empty() {
            add("\n\n", phrases.reach);
            add(" ", self.reach.trim());
        }
        add("\n\n", phrases.thanks);
        add("\n", self.name.trim());
        text
    }
}

/// How long a link may be. Some apps cut longer ones without a word, so none is made.
pub const LONGEST_LINK: usize = 2_000;

/// A link that opens a mail; `None` without an address, or if it would be too long.
pub fn mail_link(address: &str, subject: &str, body: &str) -> Option<String> {
    let (user, host) = address.trim().split_once('@')?;
    let is_plain =
        |part: &str| !part.is_empty() && !part.contains(|one: char| one == '@' || one.is_whitespace());
    if !is_plain(user) || !is_plain(host) {
        return None;
    }
    let (user, host) = (encode(user), encode(host));
    short(format!("mailto:{user}@{host}?subject={}&body={}", encode(subject), encode(&with_crlf(body))))
}

/// A link that opens a text message; `None` without a number, or if it would be too long.
pub fn text_link(number: &str, body: &str) -> Option<String> {
    // Both `?` and `&` before the body: phones differ in which they take.
    short(format!("sms:{}?&body={}", dialled(number)?, encode(&with_crlf(body))))
}

/// A link that opens the phone; `None` without a number.
pub fn phone_link(number: &str) -> Option<String> {
    Some(format!("tel:{}", dialled(number)?))
}

fn short(link: String) -> Option<String> {
    (link.len() <= LONGEST_LINK).then_some(link)
}

/// What mail wants between lines, also where a field gave something else.
fn with_crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

/// The digits of a number as people write it, with a leading plus; what follows a letter is an extension.
fn dialled(number: &str) -> Option<String> {
    let number = number.trim();
    let digits: String =
        number.chars().take_while(|one| !one.is_alphabetic()).filter(char::is_ascii_digit).collect();
    let plus = if number.starts_with('+') { "+" } else { "" };
    (3..=15).contains(&digits.len()).then(|| format!("{plus}{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fragment::pairs;
    use proptest::prelude::*;

    const PHRASES: Phrases =
        Phrases { hello: "Hello,", reach: "You can reach me here:", thanks: "Thank you." };

    fn letter() -> Letter {
        let topic = Some("I have a question.".to_owned());
        Letter { topic, own: " Is it open? ".into(), ..Letter::default() }
    }

    #[test]
    fn what_was_left_out_leaves_no_gap() {
        assert_eq!(letter().text(PHRASES), "Hello,\n\nI have a question.\n\nIs it open?\n\nThank you.");
        let whole = Letter { reach: "555-0100".into(), name: "Pat".into(), ..letter() };
        assert!(whole.text(PHRASES).ends_with("You can reach me here: 555-0100\n\nThank you.\nPat"));
    }

    #[test]
    fn what_is_missing_is_named_in_the_order_of_the_form() {
        assert_eq!(Letter::default().missing(), [Missing::Topic, Missing::Own]);
        assert_eq!(Letter { own: " \n".into(), ..letter() }.missing(), [Missing::Own]);
        assert_eq!(letter().missing(), []);
    }

    #[test]
    fn a_mail_keeps_signs_that_mean_something_in_an_address() {
        let link = mail_link("hello+new@example.org", "A & B", "1 + 1 = 2? 100% #yes\nñ").unwrap();
        assert_eq!(
            link,
            "mailto:hello%2Bnew@example.org?subject=A%20%26%20B&body=1%20%2B%201%20%3D%202%3F%20100%25%20%23yes%0D%0A%C3%B1"
        );
        for broken in ["", "hello", "@example.org", "a@", "a b@example.org", "a@b@c", "a@b\r\nbcc:c"] {
            assert_eq!(mail_link(broken, "", ""), None, "{broken}");
        }
    }

    #[test]
    fn a_number_is_dialled_without_what_people_write_between() {
        assert_eq!(phone_link("+1 (555) 010-0100 ext. 3"), Some("tel:+15550100100".into()));
        assert_eq!(text_link("555-0100", "a&b"), Some("sms:5550100?&body=a%26b".into()));
        assert_eq!((phone_link("call us"), phone_link("")), (None, None));
    }

    #[test]
    fn lines_end_as_mail_wants_it_whatever_the_field_gave() {
        assert_eq!(with_crlf("a\rb\r\nc\nd"), "a\r\nb\r\nc\r\nd");
    }

    proptest! {
        #[test]
        fn what_is_handed_over_is_what_was_written_and_never_cut(body in "[^\r]{0,900}", subject in ".{0,40}") {
            for link in [mail_link("a@example.org", &subject, &body), text_link("+15550100", &body)].into_iter().flatten() {
                let (_, fields) = link.split_once('?').unwrap();
                prop_assert!(link.len() <= LONGEST_LINK && fields.is_ascii() && !fields.contains(['+', ' ', '\n', '"']));
                let (_, given) = pairs(fields).into_iter().find(|(key, _)| key == "body").unwrap();
                prop_assert_eq!(given.replace("\r\n", "\n"), body.clone());
            }
        }

        #[test]
        fn a_link_too_long_is_not_made(extra in 0_usize..50) {
            prop_assert_eq!(mail_link("a@example.org", "", &"ñ".repeat(400 + extra)), None);
        }
    }
}
