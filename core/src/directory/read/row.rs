//! One row of a feed, asked field by field.

use crate::directory::text::{clean, clean_line};
use crate::json::Node;

/// A row, or a part of one, that is an object.
///
/// Readers ask it a hundred times, so its functions are not inlined: that would double their size.
#[derive(Clone, Copy)]
pub(super) struct Row<'r, 'a>(pub(super) &'r Node<'a>);

impl<'r, 'a> Row<'r, 'a> {
    /// Tells whether the row has a field, whatever its value.
    #[inline(never)]
    pub(super) fn has(self, key: &str) -> bool {
        self.0.get(key).is_some()
    }

    /// Gives a text, cleaned, on one line.
    #[inline(never)]
    pub(super) fn line(self, key: &str) -> Option<String> {
        clean_line(self.0.get(key)?.text()?)
    }

    /// Gives a text, cleaned, with its line ends.
    #[inline(never)]
    pub(super) fn text(self, key: &str) -> Option<String> {
        clean(self.0.get(key)?.text()?)
    }

    /// Gives the texts of a list, cleaned; an object in place of a list is its values, a single value a list
    /// of one.
    #[inline(never)]
    pub(super) fn lines(self, key: &str) -> Vec<String> {
        let items = self.0.get(key).map(Node::items).unwrap_or_default();
        items.into_iter().filter_map(|item| clean_line(item.text()?)).collect()
    }

    /// Gives the objects of a list.
    #[inline(never)]
    pub(super) fn list(self, key: &str) -> Vec<Row<'r, 'a>> {
        let Some(Node::List(items)) = self.0.get(key) else { return Vec::new() };
        items.iter().filter(|item| matches!(item, Node::Object(_))).map(Row).collect()
    }

    /// Gives an object in this one.
    #[inline(never)]
    pub(super) fn part(self, key: &str) -> Option<Row<'r, 'a>> {
        self.0.get(key).filter(|node| matches!(node, Node::Object(_))).map(Row)
    }

    /// Gives what a yes-or-no field says: yes, true, 1, or no, false, 0; `None` if it says neither.
    #[inline(never)]
    pub(super) fn flag(self, key: &str) -> Option<bool> {
        match self.0.get(key)? {
            Node::Bool(value) => Some(*value),
            node => match node.text()?.trim().to_ascii_lowercase().as_str() {
                "yes" | "true" | "1" | "1.0" => Some(true),
                "no" | "false" | "0" | "0.0" => Some(false),
                _ => None,
            },
        }
    }
}
