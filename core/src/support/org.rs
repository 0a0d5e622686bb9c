//! National and international organizations: where to look when a site has no list of a kind.

use std::collections::BTreeMap;

use crate::json::readable;

/// Where a record was seen before anybody confirmed it.
#[derive(Clone, PartialEq, Debug)]
pub struct Evidence {
    /// `official_page`, `third_party_page` or `none`.
    pub seen: Option<String>,
    /// Fields that were seen elsewhere than the rest.
    pub fields: BTreeMap<String, String>,
}

/// One organization.
#[derive(Clone, PartialEq, Debug)]
pub struct Org {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The ids of the kinds of support that it offers or finds.
    pub kinds: Vec<String>,
    /// How it goes about it: whether by steps, secular, by faith.
    pub approach: Option<String>,
    /// Who it is for.
    pub audience: Option<String>,
    /// In person, online, by phone.
    pub formats: Vec<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// What to know before going there.
    pub note: Option<String>,
    /// Its address, whether or not it may be shown.
    url: Option<String>,
    evidence: Option<Evidence>,
    /// The day on which a person confirmed it.
    pub checked: Option<String>,
}

impl Org {
    /// Gives its address. One that nobody has seen is not given before somebody has checked it.
    pub fn link(&self) -> Option<&str> {
        let seen = self.evidence.as_ref().and_then(|known| known.fields.get("url").or(known.seen.as_ref()));
        let is_known = self.checked.is_some() || seen.is_some_and(|seen| seen != "none");
        self.url.as_deref().filter(|_| is_known)
    }
}

/// All organizations. Their order is no ranking.
#[derive(Clone, PartialEq, Debug)]
pub struct Orgs {
    /// The organizations.
    pub orgs: Vec<Org>,
}

impl Orgs {
    /// Gives the organizations that offer or find a kind of support.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Org> {
        self.orgs.iter().filter(move |org| org.kinds.iter().any(|one| one == kind))
    }

    /// Gives those whose address may be shown.
    pub fn linked(&self) -> impl Iterator<Item = &Org> {
        self.orgs.iter().filter(|org| org.link().is_some())
    }
}

readable! {
    Evidence { seen, fields }
    Org { id, name, kinds, approach, audience, formats, cost, note, url, evidence, checked }
    Orgs { orgs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_nobody_has_seen_is_not_given_before_it_is_checked() {
        let link = |more: &str| {
            let text = format!(r#"{{"id":"a","name":"A","url":"https://a.example",{more}}}"#);
            crate::json::from_text::<Org>(&text).unwrap().link().map(str::to_owned)
        };
        assert!(link(r#""evidence":{"seen":"official_page"}"#).is_some());
        assert_eq!(link(r#""evidence":{"seen":"none"}"#), None);
        assert_eq!(link(r#""evidence":{"seen":"official_page","fields":{"url":"none"}}"#), None);
        assert!(link(r#""evidence":{"seen":"none"},"checked":"2026-11-20""#).is_some());
        assert_eq!(link(r#""checked":null"#), None);
    }
}
