//! A nonprofit's own settings: `site.json`.
//!
//! The file is edited by hand on a web host, so every field has a default. A field with a wrong value takes
//! its default and is named in a [`Problem`]; the other fields and the feeds hold.

use crate::json::{Node, Read, readable};
use serde::Serialize;

/// The settings of one site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Site {
    /// What the site calls itself.
    pub name: String,
    /// ISO 3166-1 alpha-2, upper case; `None` is no country.
    pub country: Option<String>,
    /// IANA name of the zone that holds where neither a row nor its feed says one.
    pub timezone: Option<String>,
    /// Language tags, first choice first; never empty.
    pub languages: Vec<String>,
    /// The unit in which distances are shown and chosen.
    pub distance: Distance,
    /// How to reach the nonprofit.
    pub contact: Contact,
    /// Where "Leave this page" goes: an http or https address.
    pub leave_to: String,
    /// The lists of meetings and services.
    pub feeds: Vec<Feed>,
    /// True for an example site; then every page says so.
    pub example: bool,
}

/// Miles or kilometers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Distance {
    /// Miles.
    Mi,
    /// Kilometers.
    Km,
}

/// How to reach the nonprofit; all of it optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// A phone number as people write it.
    pub phone: Option<String>,
    /// A mail address.
    pub email: Option<String>,
    /// An https address.
    pub web: Option<String>,
}

/// One list of meetings or services, as `site.json` names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Feed {
    /// Where the file is, as written; resolved against `site.json`.
    pub src: String,
    /// The first part of every id of its listings; without it the file's stem is used.
    pub id: Option<String>,
    /// Key of the program whose type codes it uses.
    pub program: Option<String>,
    /// Id of the kind of support that its rows are.
    pub kind: Option<String>,
    /// What people call this list.
    pub label: Option<String>,
    /// IANA name of the zone of its rows.
    pub timezone: Option<String>,
    /// Who receives corrections.
    pub email: Vec<String>,
}

/// Something in `site.json` that could not be used: where, and a sentence for the person who edits it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The field's path, as `feeds[1].src`; empty for the file itself.
    pub field: String,
    /// What is wrong, and what is used in its place.
    pub message: String,
}

// As the page hands it to the worker: what people write is read by `Site::read`.
readable! {
    Site { name, country, timezone, languages, distance, contact, leave_to, feeds, example }
    Contact { phone, email, web }
    Feed { src, id, program, kind, label, timezone, email }
}

impl Read for Distance {
    fn read(node: Option<&Node<'_>>) -> Option<Distance> {
        Some(if node?.text()? == "km" { Distance::Km } else { Distance::Mi })
    }
}

/// Where "Leave this page" goes when `site.json` names no other page.
pub const LEAVE_TO: &str = "https://www.weather.gov";

impl Default for Site {
    fn default() -> Site {
        Site {
            name: "Alongside".to_owned(),
            country: None,
            timezone: None,
            languages: vec!["en".to_owned()],
            distance: Distance::Mi,
            contact: Contact::default(),
            leave_to: LEAVE_TO.to_owned(),
            feeds: Vec::new(),
            example: false,
        }
    }
}

impl Site {
    /// Takes the text of `site.json`; gives the settings, and what could not be used.
    pub fn read(text: &str) -> (Site, Vec<Problem>) {
        let mut reader = Reader { problems: Vec::new() };
        let site = match Node::parse(text) {
            Ok(node @ Node::Object(_)) => reader.site(&node),
            Ok(_) => reader.unusable("It has to be one object, from { to }."),
            Err(error) if text.trim_start().starts_with('<') => {
                let _ = error;
                reader.unusable("The host gave a web page in place of it.")
            }
            Err(error) => reader.unusable(&format!("{}.", capital(&error.to_string()))),
        };
        (site, reader.problems)
    }

    /// Gives the default settings and the problem that `site.json` could not be loaded.
    pub fn missing(why: &str) -> (Site, Vec<Problem>) {
        let mut reader = Reader { problems: Vec::new() };
        let site = reader.unusable(why);
        (site, reader.problems)
    }
}

struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn unusable(&mut self, why: &str) -> Site {
        let message = format!("site.json could not be used, so this site runs with its defaults. {why}");
        self.problems.push(Problem { field: String::new(), message });
        Site::default()
    }

    fn wrong(&mut self, field: &str, expected: &str, used: &str) {
        let message = format!("In site.json, “{field}” should be {expected}. {used}");
        self.problems.push(Problem { field: field.to_owned(), message });
    }

    fn site(&mut self, node: &Node<'_>) -> Site {
        let default = Site::default();
        let name = self.text(node.get("name"), "name", &format!("The name “{}” is used.", default.name));
        let leave_to = self.checked(
            node.get("leave_to"),
            "leave_to",
            "an http or https address",
            http_address,
            "The usual page is used.",
        );
        Site {
            name: name.unwrap_or(default.name),
            country: self.checked(
                node.get("country"),
                "country",
                "two letters such as US",
                country,
                "No country is used.",
            ),
            timezone: self.text(node.get("timezone"), "timezone", "The visitor’s zone is used."),
            languages: self.languages(node.get("languages")),
            distance: self
                .checked(node.get("distance"), "distance", "“mi” or “km”", distance, "Miles are used.")
                .unwrap_or(default.distance),
            contact: self.contact(node.get("contact")),
            leave_to: leave_to.unwrap_or(default.leave_to),
            feeds: self.feeds(node.get("feeds")),
            example: self.flag(node.get("example"), "example"),
        }
    }

    fn checked<T>(
        &mut self,
        node: Option<&Node<'_>>,
        field: &str,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
        used: &str,
    ) -> Option<T> {
        match node {
            None | Some(Node::Null) => None,
            Some(Node::Text(text)) => read(text.trim()).or_else(|| {
                self.wrong(field, expected, used);
                None
            }),
            Some(_) => {
                self.wrong(field, expected, used);
                None
            }
        }
    }

    fn text(&mut self, node: Option<&Node<'_>>, field: &str, used: &str) -> Option<String> {
        let visible =
            |text: &str| crate::directory::clean_line(text).filter(|text| crate::directory::is_visible(text));
        match node {
            // An empty text is how people leave a field out.
            Some(Node::Text(text)) if text.trim().is_empty() => None,
            node => self.checked(node, field, "a text", visible, used),
        }
    }

    fn flag(&mut self, node: Option<&Node<'_>>, field: &str) -> bool {
        match node {
            None | Some(Node::Null) => false,
            Some(Node::Bool(value)) => *value,
            Some(_) => {
                self.wrong(field, "true or false", "It counts as false.");
                false
            }
        }
    }

    fn languages(&mut self, node: Option<&Node<'_>>) -> Vec<String> {
        let default = || vec!["en".to_owned()];
        let Some(node) = node else { return default() };
        let tags: Vec<String> = node
            .items()
            .into_iter()
            .filter_map(|item| match item {
                Node::Text(text) => Some(text.trim().to_ascii_lowercase()),
                _ => None,
            })
            .filter(|tag| {
                (2..=12).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
            .collect();
        if tags.is_empty() || tags.len() < node.items().len() {
            self.wrong("languages", "a list such as [\"en\", \"es\"]", "What could not be read is left out.");
        }
        if tags.is_empty() { default() } else { tags }
    }

    fn contact(&mut self, node: Option<&Node<'_>>) -> Contact {
        match node {
            None | Some(Node::Null) => Contact::default(),
            Some(contact @ Node::Object(_)) => Contact {
                phone: self.text(contact.get("phone"), "contact.phone", "No phone is shown."),
                email: self.checked(
                    contact.get("email"),
                    "contact.email",
                    "a mail address",
                    email,
                    "No mail address is shown.",
                ),
                web: self.checked(
                    contact.get("web"),
                    "contact.web",
                    "an http or https address",
                    http_address,
                    "No address is shown.",
                ),
            },
            Some(_) => {
                self.wrong("contact", "an object with phone, email and web", "No contact is shown.");
                Contact::default()
            }
        }
    }

    fn feeds(&mut self, node: Option<&Node<'_>>) -> Vec<Feed> {
        match node {
            None | Some(Node::Null) => Vec::new(),
            Some(Node::List(items)) => {
                items.iter().enumerate().filter_map(|(index, item)| self.feed(index, item)).collect()
            }
            Some(Node::Object(_)) => node.and_then(|node| self.feed(0, node)).into_iter().collect(),
            Some(_) => {
                self.wrong("feeds", "a list", "No list of meetings is loaded.");
                Vec::new()
            }
        }
    }

    fn feed(&mut self, index: usize, node: &Node<'_>) -> Option<Feed> {
        let field = |name: &str| format!("feeds[{index}].{name}");
        let src = match node.get("src") {
            Some(Node::Text(src)) if !src.trim().is_empty() => src.trim().to_owned(),
            _ => {
                self.wrong(
                    &field("src"),
                    "the place of a file, such as “directory/meetings.json”",
                    "This list is left out.",
                );
                return None;
            }
        };
        Some(Feed {
            src,
            id: self.text(node.get("id"), &field("id"), "The file’s name is used."),
            program: self.text(node.get("program"), &field("program"), "No program is used."),
            kind: self.text(node.get("kind"), &field("kind"), "No kind is used."),
            label: self.text(node.get("label"), &field("label"), "The file’s name is shown."),
            timezone: self.text(node.get("timezone"), &field("timezone"), "The site’s zone is used."),
            email: self.emails(node.get("email"), &field("email")),
        })
    }

    fn emails(&mut self, node: Option<&Node<'_>>, field: &str) -> Vec<String> {
        let Some(node) = node else { return Vec::new() };
        let given = node.items();
        let read: Vec<String> = given.iter().filter_map(|item| item.text().and_then(email)).collect();
        if read.len() < given.len() {
            self.wrong(field, "one mail address or a list of them", "What could not be read is left out.");
        }
        read
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| std::iter::once(first.to_ascii_uppercase()).chain(chars).collect())
        .unwrap_or_default()
}

fn http_address(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let fits = !rest.is_empty()
        && !rest.starts_with('/')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    fits.then(|| text.to_owned())
}

fn country(text: &str) -> Option<String> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .then(|| text.to_ascii_uppercase())
}

fn distance(text: &str) -> Option<Distance> {
    match text {
        "mi" => Some(Distance::Mi),
        "km" => Some(Distance::Km),
        _ => None,
    }
}

fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let (user, host) = text.split_once('@')?;
    let fits = !user.is_empty()
        && host.contains('.')
        && !host.contains('@')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || ",;<>\"?&".contains(c));
    fits.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_whole_file_is_read_with_no_problem() {
        let (site, problems) = Site::read(
            r#"{"name":"Riverbend Recovery","country":"us","timezone":"America/New_York","languages":["en","es"],
            "distance":"km","contact":{"phone":"+1 555 0100","email":"hello@example.org","web":"https://example.org"},
            "leave_to":"https://example.com/","feeds":[{"src":"directory/aa.json","id":"aa","program":"aa",
            "label":"AA","timezone":"America/New_York","email":["a@example.org","b@example.org"]}]}"#,
        );
        assert_eq!(problems, []);
        assert_eq!(site.country.as_deref(), Some("US"));
        assert_eq!(site.distance, Distance::Km);
        assert_eq!(site.languages, ["en", "es"]);
        assert_eq!(site.feeds[0].email.len(), 2);
        assert_eq!(site.feeds[0].program.as_deref(), Some("aa"));
    }

    #[test]
    fn a_wrong_value_takes_its_default_and_is_named_and_the_feeds_hold() {
        let (site, problems) = Site::read(
            r#"{"name":7,"country":"USA","distance":"furlong","languages":"xx-toolongtag","leave_to":"javascript:alert(1)",
            "contact":"me","feeds":[{"src":"a.json"},{"src":5},{"src":"b.json","email":"nobody"}],"example":"yes"}"#,
        );
        let named: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(
            named,
            [
                "name",
                "leave_to",
                "country",
                "languages",
                "distance",
                "contact",
                "feeds[1].src",
                "feeds[2].email",
                "example"
            ]
        );
        assert_eq!(site.name, "Alongside");
        assert_eq!(site.leave_to, LEAVE_TO);
        assert_eq!(site.feeds.iter().map(|feed| feed.src.as_str()).collect::<Vec<_>>(), ["a.json", "b.json"]);
    }

    #[test]
    fn a_broken_file_gives_the_defaults_and_says_so() {
        for text in ["", "{", "[]", "<!doctype html>", "7"] {
            let (site, problems) = Site::read(text);
            assert_eq!(site, Site::default());
            assert!(problems[0].message.contains("site.json"), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in "\\PC{0,60}") {
            let (site, _) = Site::read(&text);
            prop_assert!(!site.languages.is_empty());
        }
    }
}
