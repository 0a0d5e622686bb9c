//! Makes values of what [`Node`] holds, for the files and messages of our own.
//!
//! serde does the same with a page of code for each type, and the first visit would pay 45 KB for it. The rules
//! are few: what may be missing is missing, an item of a list that can't be read is left out, and a value
//! without something it needs is `None`.

use super::Node;
use std::collections::BTreeMap;

/// A value that can be made of a [`Node`].
pub trait Read: Sized {
    /// Takes the node of a field, if the field is there; gives `None` where it is no such value.
    fn read(node: Option<&Node<'_>>) -> Option<Self>;
}

/// Takes a whole JSON text; gives its value.
pub fn from_text<T: Read>(text: &str) -> Option<T> {
    T::read(Some(&Node::parse(text).ok()?))
}

/// Makes a struct readable. Each field is read under its own name, or under the one that follows it.
macro_rules! readable {
    ($($type:ident { $($field:ident $($key:literal)?),* $(,)? })*) => {$(
        impl $crate::json::Read for $type {
            fn read(node: Option<&$crate::json::Node<'_>>) -> Option<$type> {
                let object = node?;
                Some($type {
                    $($field: $crate::json::Read::read(object.get(
                        $crate::json::readable!(@key $field $($key)?)
                    ))?,)*
                })
            }
        }
    )*};
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}
pub(crate) use readable;

impl Read for String {
    #[inline(never)]
    fn read(node: Option<&Node<'_>>) -> Option<String> {
        match node? {
            Node::Text(text) => Some(text.to_string()),
            _ => None,
        }
    }
}

/// A flag that is not given is not set.
impl Read for bool {
    #[inline(never)]
    fn read(node: Option<&Node<'_>>) -> Option<bool> {
        match node {
            None | Some(Node::Null) => Some(false),
            Some(Node::Bool(value)) => Some(*value),
            Some(_) => None,
        }
    }
}

impl Read for f64 {
    fn read(node: Option<&Node<'_>>) -> Option<f64> {
        decimal(node?)
    }
}

/// A number such as `4` or `5.5`. std reads every number there is, with 14 KB of code and tables.
fn decimal(node: &Node<'_>) -> Option<f64> {
    let Node::Number(digits) = node else { return None };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let magnitude: i64 = whole.trim_start_matches('-').parse().ok()?;
    let thousandths = part
        .bytes()
        .chain(*b"00")
        .take(3)
        .try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))?;
    let value = magnitude as f64 + thousandths as f64 / 1_000.0;
    Some(if whole.starts_with('-') { -value } else { value })
}

impl Read for i64 {
    #[inline(never)]
    fn read(node: Option<&Node<'_>>) -> Option<i64> {
        match node? {
            Node::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }
}

macro_rules! whole_numbers {
    ($($type:ty)*) => {$(
        impl Read for $type {
            fn read(node: Option<&Node<'_>>) -> Option<$type> {
                i64::read(node)?.try_into().ok()
            }
        }
    )*};
}
whole_numbers! { u8 u16 u32 i32 usize }

impl<T: Read> Read for Option<T> {
    #[inline(never)]
    fn read(node: Option<&Node<'_>>) -> Option<Option<T>> {
        match node {
            None | Some(Node::Null) => Some(None),
            node => Some(T::read(node)),
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: Option<&Node<'_>>) -> Option<Box<T>> {
        T::read(node).map(Box::new)
    }
}

impl<T: Read> Read for Vec<T> {
    #[inline(never)]
    fn read(node: Option<&Node<'_>>) -> Option<Vec<T>> {
        let mut list = Vec::new();
        if let Some(Node::List(items)) = node {
            for item in items {
                list.extend(T::read(Some(item)));
            }
        }
        Some(list)
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(node: Option<&Node<'_>>) -> Option<BTreeMap<String, T>> {
        let mut map = BTreeMap::new();
        if let Some(Node::Object(pairs)) = node {
            for (key, value) in pairs {
                if let Some(value) = T::read(Some(value)) {
                    map.insert(key.to_string(), value);
                }
            }
        }
        Some(map)
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(node: Option<&Node<'_>>) -> Option<(A, B)> {
        match node? {
            Node::List(items) => Some((A::read(items.first())?, B::read(items.get(1))?)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Dish {
        name: String,
        price: Option<u32>,
        parts: Vec<String>,
        hot: bool,
        kind: u8,
    }
    readable! { Dish { name, price, parts, hot, kind "type" } }

    #[test]
    fn what_may_be_missing_is_missing() {
        let soup = Dish { name: "Soup".to_owned(), price: None, parts: Vec::new(), hot: false, kind: 2 };
        assert_eq!(from_text(r#"{"name":"Soup","type":2}"#), Some(soup));
    }

    #[test]
    fn a_value_without_what_it_needs_is_none() {
        assert_eq!(from_text::<Dish>(r#"{"type":2}"#), None);
        assert_eq!(from_text::<Dish>(r#"{"name":"Soup","type":300}"#), None);
        assert_eq!(from_text::<Dish>("[]"), None);
        assert_eq!(from_text::<Dish>("{"), None);
    }

    #[test]
    fn an_item_that_cannot_be_read_is_left_out_of_its_list() {
        let text = r#"[{"name":"Soup","type":1,"hot":true,"parts":["a",1,"b"]},{"name":"Tea"},3]"#;
        let dishes: Vec<Dish> = from_text(text).unwrap();
        assert_eq!(dishes.len(), 1);
        assert_eq!((dishes[0].parts.join(" "), dishes[0].hot), ("a b".to_owned(), true));
    }

    #[test]
    fn a_decimal_is_read_to_its_thousandths() {
        for (text, value) in [("4", 4.0), ("5.5", 5.5), ("-0.25", -0.25), ("12.0625", 12.062), ("0", 0.0)] {
            assert_eq!(from_text::<f64>(text), Some(value), "{text}");
        }
        assert_eq!(from_text::<f64>("1e3"), None);
        assert_eq!(from_text::<f64>("\"4\""), None);
    }

    #[test]
    fn maps_and_pairs_are_read() {
        let map: BTreeMap<String, Vec<(String, i64)>> =
            from_text(r#"{"a":[["x",-1],["y"]],"b":{}}"#).unwrap();
        assert_eq!(map["a"], [("x".to_owned(), -1)]);
        assert!(map["b"].is_empty());
    }
}
