//! Help lines: numbers that answer, and which of them to show.

use crate::json::readable;
use crate::order::sort_short;

/// A number to dial.
#[derive(Clone, PartialEq, Debug)]
pub struct Tel {
    /// Digits as dialled inside the country.
    pub number: String,
    /// As people write it.
    pub label: String,
    /// What to press then.
    pub extra: Option<String>,
}

/// Where to send a text message.
#[derive(Clone, PartialEq, Debug)]
pub struct Sms {
    /// The number.
    pub to: String,
    /// The set word, if there is one.
    pub body: Option<String>,
}

/// One help line.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Its id in content: `us-988`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// ISO 3166-1 alpha-2 codes; none means that it is international.
    pub countries: Vec<String>,
    /// A part of the country, if it serves only that.
    pub region: Option<String>,
    /// What it is for: `danger_now`, `talk`, …
    pub needs: Vec<String>,
    /// Numbers to dial.
    pub tel: Vec<Tel>,
    /// For a text telephone, which deaf people use.
    pub tty: Option<Tel>,
    /// Where to text.
    pub sms: Option<Sms>,
    /// Its chat or site.
    pub web: Option<String>,
    /// When it answers.
    pub hours: Option<String>,
    /// What happens when you call.
    pub what_happens: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// Who learns what.
    pub privacy: Option<String>,
    /// Languages, if known.
    pub languages: Option<Vec<String>>,
    /// The day on which a person confirmed it.
    pub checked: Option<String>,
    /// False: never shown.
    pub include: bool,
}

impl Line {
    /// Says whether it is for this need.
    pub fn is_for(&self, need: &str) -> bool {
        self.needs.iter().any(|one| one == need)
    }

    /// Gives the line as it is read from paper: its name and its numbers, or its site where it has none.
    pub fn on_paper(&self) -> String {
        let numbers = self.tel.iter().map(|tel| tel.label.as_str());
        let reached: Vec<&str> = numbers.chain(self.web.as_deref().filter(|_| self.tel.is_empty())).collect();
        [self.name.as_str(), ": ", &reached.join(", ")].concat()
    }

    fn serves(&self, country: &str) -> bool {
        self.countries.is_empty() || self.countries.iter().any(|one| one == country)
    }
}

/// All help lines.
#[derive(Clone, PartialEq, Debug)]
pub struct Lines {
    /// Every need that a line may name, most urgent first.
    pub needs: Vec<String>,
    /// The lines.
    pub lines: Vec<Line>,
}

const EMERGENCY: &str = "danger_now";
const BEFORE_USE: &str = "use_alone";

impl Lines {
    /// Gives every country that has a line of its own, in the order of the file, each once.
    pub fn countries(&self) -> Vec<&str> {
        let mut countries: Vec<&str> = Vec::new();
        for code in self.shown().flat_map(|line| &line.countries) {
            if !countries.contains(&code.as_str()) {
                countries.push(code);
            }
        }
        countries
    }

    /// Gives the lines for a country and a need: emergency first, the country's own before international ones.
    ///
    /// Lines for before use (`use_alone`) never stand without the emergency line above them, and appear only
    /// when that need was chosen, since they are no answer to an overdose under way.
    pub fn for_need(&self, country: Option<&str>, need: Option<&str>) -> Vec<&Line> {
        let mut lines: Vec<&Line> = self
            .shown()
            .filter(|line| country.is_none_or(|country| line.serves(country)))
            .filter(|line| match need {
                Some(BEFORE_USE) => line.is_for(BEFORE_USE) || line.is_for(EMERGENCY),
                Some(need) => line.is_for(need),
                None => !line.is_for(BEFORE_USE),
            })
            .collect();
        let key = |line: &Line| (!line.is_for(EMERGENCY), line.countries.is_empty());
        sort_short(&mut lines, |a, b| key(a) < key(b));
        lines
    }

    /// Gives the emergency line, a line to talk and a treatment line of a country, as far as there are such.
    pub fn nearest(&self, country: &str) -> Vec<&Line> {
        let mut lines: Vec<&Line> = Vec::new();
        for need in [EMERGENCY, "talk", "treatment"] {
            let own = self.shown().find(|line| {
                !line.countries.is_empty()
                    && line.region.is_none()
                    && line.serves(country)
                    && line.is_for(need)
            });
            lines.extend(own.filter(|own| !lines.iter().any(|line| line.id == own.id)));
        }
        lines
    }

    /// Gives the shown lines with these ids that serve the country, in the order of the ids.
    pub fn with_ids(&self, ids: &[String], country: Option<&str>) -> Vec<&Line> {
        ids.iter()
            .filter_map(|id| self.shown().find(|line| line.id == *id))
            .filter(|line| country.is_none_or(|country| line.serves(country)))
            .collect()
    }

    fn shown(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.include)
    }
}

readable! {
    Tel { number, label, extra }
    Sms { to, body }
    Line { id, name, countries, region, needs, tel, tty, sms, web, hours, what_happens, cost, privacy, languages, checked, include }
    Lines { needs, lines }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Lines {
        crate::json::from_text(
            r#"{"needs":[],"lines":[
            {"id":"intl","name":"I","needs":["talk"],"include":true},
            {"id":"us-talk","name":"T","countries":["US"],"needs":["talk"],"include":true},
            {"id":"us-911","name":"E","countries":["US"],"needs":["danger_now","overdose"],"include":true},
            {"id":"us-spot","name":"S","countries":["US"],"needs":["use_alone"],"include":true},
            {"id":"us-old","name":"O","countries":["US"],"needs":["talk"],"include":false},
            {"id":"uk-talk","name":"U","countries":["GB"],"needs":["talk"],"include":true}]}"#,
        )
        .unwrap()
    }

    fn ids(lines: &[&Line]) -> Vec<String> {
        lines.iter().map(|line| line.id.clone()).collect()
    }

    #[test]
    fn emergency_comes_first_and_international_last() {
        assert_eq!(ids(&lines().for_need(Some("US"), None)), ["us-911", "us-talk", "intl"]);
        assert_eq!(ids(&lines().for_need(Some("US"), Some("talk"))), ["us-talk", "intl"]);
    }

    #[test]
    fn a_line_for_before_use_never_stands_without_the_emergency_line() {
        assert_eq!(ids(&lines().for_need(Some("US"), Some("use_alone"))), ["us-911", "us-spot"]);
        assert!(!ids(&lines().for_need(Some("US"), Some("overdose"))).contains(&"us-spot".to_owned()));
    }

    #[test]
    fn a_line_that_is_not_included_never_appears() {
        let all = lines();
        let asked = all.with_ids(&["us-old".to_owned(), "us-talk".to_owned()], Some("US"));
        assert_eq!(ids(&asked), ["us-talk"]);
    }

    #[test]
    fn the_nearest_lines_are_the_countrys_own() {
        assert_eq!(ids(&lines().nearest("US")), ["us-911", "us-talk"]);
        assert_eq!(ids(&lines().nearest("FR")), Vec::<String>::new());
        assert_eq!(lines().countries(), ["US", "GB"]);
    }
}
