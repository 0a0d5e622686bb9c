//! What a row is read with: its feed's settings, and the report.

use super::report::{Fault, FeedReport};
use crate::directory::link;
use crate::directory::program::Programs;
use crate::directory::schedule::{Slot, read_hours, read_time, read_updated};
use crate::directory::text::clean_line;
use crate::json::Node;
use crate::time::Date;
use std::collections::HashMap;

/// The meaning of each BMLT format key in one file: its world id.
pub(super) type WorldIds = HashMap<String, String>;

pub(super) struct FeedContext<'f> {
    pub(super) programs: &'f Programs,
    /// The program that `site.json` names, or the one that the row itself names.
    pub(super) program: Option<&'f str>,
    pub(super) kind: Option<&'f str>,
    pub(super) country: Option<&'f str>,
    pub(super) world_ids: &'f WorldIds,
    /// Key of the program whose codes the row uses.
    pub(super) codes_of: Option<&'f str>,
    /// Fields of the row that could not be used.
    pub(super) faults: Vec<(&'static str, String, Fault)>,
    pub(super) report: &'f mut FeedReport,
}

impl<'f> FeedContext<'f> {
    #[inline(never)]
    pub(super) fn fault(&mut self, field: &'static str, value: &str, fault: Fault) {
        self.faults.push((field, value.to_owned(), fault));
    }

    /// Hands a value on; if there is none although a text was given, the field could not be used.
    pub(super) fn used<T>(
        &mut self,
        field: &'static str,
        given: Option<String>,
        fault: Fault,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = given.as_deref().and_then(read);
        if value.is_none() {
            self.not_used(field, given, fault);
        }
        value
    }

    #[inline(never)]
    fn not_used(&mut self, field: &'static str, given: Option<String>, fault: Fault) {
        self.faults.extend(given.map(|given| (field, given, fault)));
    }

    #[inline(never)]
    pub(super) fn link(&mut self, field: &'static str, given: Option<String>) -> Option<String> {
        self.used(field, given, Fault::Link, link::web_link)
    }

    #[inline(never)]
    pub(super) fn time(&mut self, field: &'static str, given: Option<String>) -> Option<u16> {
        self.used(field, given, Fault::Time, read_time)
    }

    #[inline(never)]
    pub(super) fn updated(&mut self, given: Option<String>) -> Option<Date> {
        let country = self.country;
        self.used("updated", given, Fault::Updated, |text| read_updated(text, country))
    }

    /// Reads hours in words into slots, if the row has none; gives the words if they can't be read.
    #[inline(never)]
    pub(super) fn hours(&mut self, words: Option<String>, slots: &mut Vec<Slot>) -> Option<String> {
        let words = words?;
        if !slots.is_empty() {
            return Some(words);
        }
        let Some(read) = read_hours(&words) else {
            self.fault("hours", &words, Fault::Hours);
            return Some(words);
        };
        *slots = read;
        None
    }

    /// Rows with a kind that is no program's are services.
    pub(super) fn is_service(&self, kind: Option<&str>) -> bool {
        self.program.is_none() && kind.is_some_and(|kind| !self.programs.has_kind(kind))
    }

    /// Reads types from a list or a text; see `Programs::code`.
    pub(super) fn types(&mut self, given: Option<&Node<'_>>) -> Vec<String> {
        // A feed that names no program is read with AA's codes: Meeting Guide is AA's format.
        self.codes_of = self.program.or_else(|| self.kind.is_none().then_some("aa"));
        let mut types = Vec::new();
        for item in given.map(Node::items).unwrap_or_default() {
            let Some(text) = item.text().and_then(clean_line) else { continue };
            if let Some(code) = self.known_code(bare(&text)) {
                add(&mut types, code);
                continue;
            }
            let parts = text.split(',').map(bare);
            for part in parts.filter(|part| !part.is_empty()) {
                let code = self.known_code(part).unwrap_or_else(|| self.unknown_code(part));
                add(&mut types, code);
            }
        }
        types
    }

    /// Gives what a BMLT format means: its world id in the file, else the key itself.
    pub(super) fn meaning<'k>(&self, key: &'k str) -> &'k str
    where
        'f: 'k,
    {
        let own: Option<&'f String> = self.world_ids.get(key);
        own.map_or(key, String::as_str)
    }

    /// Reads BMLT formats by the codes of NA that they mean.
    pub(super) fn bmlt_types(&mut self, formats: &[&str]) -> Vec<String> {
        self.codes_of = self.program.or(Some("na"));
        let mut types = Vec::new();
        for format in formats {
            let meaning = self.meaning(format);
            let code = self.programs.bmlt_code(meaning).map(str::to_owned);
            let code = code.or_else(|| self.known_code(meaning));
            // Of a language the world id says no more than that it is one.
            let code = code.or_else(|| self.known_code(format).filter(|_| meaning == "LANG"));
            let code = code.unwrap_or_else(|| self.unknown_code(format));
            add(&mut types, code);
        }
        types
    }

    fn known_code(&self, given: &str) -> Option<String> {
        self.programs.get(self.codes_of?)?.code(given).map(str::to_owned)
    }

    fn unknown_code(&mut self, code: &str) -> String {
        if let Some(program) = self.codes_of.and_then(|key| self.programs.get(key)) {
            self.report.note(format!(
                "“{}” is not one of the meeting types of {}. It is shown as it stands.",
                code.chars().take(60).collect::<String>(),
                program.short
            ));
        }
        code.to_owned()
    }
}

/// Takes a code off its brackets, and off blanks of every kind.
pub(super) fn bare(code: &str) -> &str {
    code.trim_matches(|char: char| char.is_whitespace() || matches!(char, '[' | ']'))
}

fn add(types: &mut Vec<String>, code: String) {
    if !types.contains(&code) {
        types.push(code);
    }
}
