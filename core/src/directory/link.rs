//! Links and phone numbers of a feed: what may become something to tap.

/// Known video providers and the domains that are theirs; one a line: name, then domains.
use super::listing::Field;

const PROVIDERS: &str = include_str!("providers.txt");

/// Takes a text of a feed; gives an https address if it is a web link, else `None`.
///
/// A link is http or https (given back as https), has a host, no user info and at most 2,048 characters.
/// Text without a scheme that starts with a host name with a dot, then `/`, is read as https. Any other
/// scheme is no link anywhere: a feed must not be able to run a script or open an app.
pub fn web_link(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 2048 || text.chars().any(char::is_control) {
        return None;
    }
    let rest = match text.find("://") {
        Some(at) if text[..at].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) => {
            let scheme = text[..at].to_ascii_lowercase();
            if scheme != "http" && scheme != "https" {
                return None;
            }
            &text[at + 3..]
        }
        _ => {
            let (host, _) = text.split_once('/')?;
            if !is_dotted_host(host) {
                return None;
            }
            text
        }
    };
    // A browser reads `\` as `/`; so does this, or a host could be hidden behind one.
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    if !is_host(authority) {
        return None;
    }
    let link = format!("https://{authority}{}", tail.replace(' ', "%20").replace('\\', "/"));
    (link.len() <= 4096).then_some(link)
}

/// Gives the host of a link that [`web_link`] gave, in lower case, without its port.
pub fn host_of(link: &str) -> Option<String> {
    let rest = link.strip_prefix("https://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest[..end].split(':').next().unwrap_or_default();
    Some(host.to_ascii_lowercase())
}

/// Gives the name of the provider of a video link, if the host is one of its domains or below one.
pub fn provider(link: &str) -> Option<&'static str> {
    let host = host_of(link)?;
    let below =
        |domain: &str| host == domain || host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    PROVIDERS
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(_, domains)| domains.split(' ').any(below))
        .map(|(name, _)| name)
}

/// Counts the digits of a text: a dial-in needs seven.
pub fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// Gives what to put after `tel:`: digits, `+`, `*`, `#`, and `,` for a pause; `None` with fewer than three digits.
pub fn dialable(text: &str) -> Option<String> {
    let kept: String = text
        .chars()
        .enumerate()
        .filter(|(_, char)| char.is_ascii_digit() || matches!(char, '+' | '*' | '#' | ','))
        .map(|(_, char)| char)
        .collect();
    let plus_first = kept.find('+').is_none_or(|at| at == 0) && kept.matches('+').count() <= 1;
    (digits(&kept) >= 3 && plus_first).then_some(kept)
}

/// Takes a way to contribute and what a group gives for it: `@name`, `$name`, a name or a code. Gives the https page
/// that the spec of Meeting Guide names for it; `None` for anything else.
/// <https://github.com/code4recovery/spec> (not checked)
pub fn contribution_link(way: Field, text: &str) -> Option<String> {
    let (page, mark) = match way {
        Field::Venmo => ("https://venmo.com/", '@'),
        Field::Square => ("https://cash.app/$", '$'),
        Field::Paypal => ("https://www.paypal.com/paypalme/", '@'),
        Field::HomegroupOnline => ("https://donate.homegroup.online/", '/'),
        _ => return None,
    };
    let name = text.trim().trim_start_matches(mark);
    let fits = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.');
    (!name.is_empty() && name.len() <= 64 && name.chars().all(fits)).then(|| format!("{page}{name}"))
}

fn is_dotted_host(host: &str) -> bool {
    host.contains('.')
        && host
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|char| char.is_alphanumeric() || char == '-'))
}

/// A host with an optional port; no user info, no white space, none of what a browser refuses in a host.
fn is_host(authority: &str) -> bool {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let port_fits = port.is_none_or(|port| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && (port.is_empty() || port.parse::<u16>().is_ok())
    });
    let ip_v6 = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).is_some_and(|inner| {
        !inner.is_empty()
            && inner.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b':' || byte == b'.')
    });
    let named = host.chars().any(char::is_alphanumeric)
        && !host.starts_with('.')
        && !host.contains("..")
        && host.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '.' | '_'));
    port_fits && (ip_v6 || named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_becomes_the_page_where_a_group_takes_contributions() {
        let link = |way, text| contribution_link(way, text);
        assert_eq!(link(Field::Venmo, "@Group-1").as_deref(), Some("https://venmo.com/Group-1"));
        assert_eq!(link(Field::Square, "$group").as_deref(), Some("https://cash.app/$group"));
        assert_eq!(link(Field::Paypal, "group").as_deref(), Some("https://www.paypal.com/paypalme/group"));
        assert_eq!(
            link(Field::HomegroupOnline, "tbc").as_deref(),
            Some("https://donate.homegroup.online/tbc")
        );
        for text in ["", "@", "a b", "https://evil.example", "x/../y", "a?b", "n\u{e9}"] {
            assert_eq!(link(Field::Venmo, text), None, "{text}");
        }
        assert_eq!(link(Field::Notes, "x"), None);
    }

    #[test]
    fn http_and_bare_hosts_become_https() {
        assert_eq!(web_link("http://zoom.us/j/1").as_deref(), Some("https://zoom.us/j/1"));
        assert_eq!(web_link("HTTPS://Zoom.us/j/1?pwd=a b").as_deref(), Some("https://Zoom.us/j/1?pwd=a%20b"));
        assert_eq!(web_link(" zoom.us/j/1 ").as_deref(), Some("https://zoom.us/j/1"));
        assert_eq!(web_link("https://example.org").as_deref(), Some("https://example.org"));
        assert_eq!(
            web_link("https://meet.example.org:8443/x").as_deref(),
            Some("https://meet.example.org:8443/x")
        );
    }

    #[test]
    fn what_is_no_web_link_is_none() {
        for text in [
            "",
            "zoom.us",
            "zoom/j/1",
            "javascript:alert(1)",
            "javascript://x.y/%0aalert(1)",
            "data:text/html,x",
            "ftp://a.b/c",
            "https://",
            "https:///x",
            "https://user@zoom.us/",
            "https://zoom.us@evil.com/j",
            "https://a b.com/",
            "//zoom.us/j",
            "https://zoom.us:99999/",
            "mailto:a@b.c",
            "ask for the link",
            "https://.",
            "tel:+1555",
            ".a/b",
            "vbscript.x:y/",
        ] {
            assert_eq!(web_link(text), None, "{text}");
        }
        assert_eq!(web_link(&format!("https://a.b/{}", "x".repeat(2048))), None);
    }

    #[test]
    fn a_backslash_hides_no_host() {
        assert_eq!(web_link("https://evil.com\\@zoom.us/j").as_deref(), Some("https://evil.com/@zoom.us/j"));
    }

    #[test]
    fn a_provider_is_named_only_for_its_own_domains() {
        assert_eq!(provider("https://us02web.zoom.us/j/1"), Some("Zoom"));
        assert_eq!(provider("https://ZOOM.us/j/1"), Some("Zoom"));
        assert_eq!(provider("https://evilzoom.us/j/1"), None);
        assert_eq!(provider("https://zoom.us.evil.com/j/1"), None);
        assert_eq!(provider("https://meet.google.com/abc"), Some("Google Meet"));
    }

    #[test]
    fn a_dial_in_keeps_its_pauses_and_loses_its_words() {
        assert_eq!(dialable("+1 (555) 555-0100,,123#").as_deref(), Some("+15555550100,,123#"));
        assert_eq!(dialable("ask"), None);
        assert_eq!(digits("555-0100"), 7);
    }

    proptest! {
        #[test]
        fn a_link_is_https_has_a_host_and_no_user(text in "\\PC{0,40}|(https?://)?[a-z.@:/\\\\?# ]{0,20}") {
            if let Some(link) = web_link(&text) {
                prop_assert!(link.starts_with("https://"));
                let host = host_of(&link).unwrap();
                prop_assert!(!host.is_empty() && !host.contains('@') && !host.contains(' '));
            }
        }
    }
}
