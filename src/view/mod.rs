//! What the app draws: views that are values.
//!
//! Signals, memos and effects are Leptos's, and so is the syntax of `view!`. The tree that it fills in is of one
//! type, so that the code which draws it exists once: with Leptos's own views, each of a type of its own, the app
//! was 269 KB of brotli. A closure in a view is read anew when a signal in it changes; markup of the
//! same place is then changed in place, other markup is replaced.

#![expect(
    clippy::unnecessary_box_returns,
    reason = "what a chain of calls hands on is a pointer, not 60 bytes"
)]
#![expect(clippy::trivially_copy_pass_by_ref, reason = "the address of a place is what tells it from others")]

mod draw;
mod value;

use std::borrow::Cow;

pub(crate) use alongside_view::view;
pub(crate) use draw::mount;
use leptos::ev::Event;
pub(crate) use value::IntoValue;
use value::{Sort, Value};

/// What pages need to draw and to react.
pub(crate) mod prelude {
    pub(crate) use super::{CollectView as _, IntoView, View, live, view};
    pub(crate) use leptos::prelude::{
        Effect, Get as _, GetUntracked as _, GetValue as _, Memo, RwSignal, Set as _, SetValue as _,
        StoredValue, With as _, WithUntracked as _, WithValue as _, event_target_value, expect_context,
        provide_context, untrack,
    };
}

/// Where in the source a view is written; `None` for a part of another.
type Place = Option<&'static u8>;

/// Something to draw.
pub(crate) enum View {
    Text(Cow<'static, str>),
    Element(Box<El>),
    Many(Many),
    /// Read anew when a signal in it changes.
    Live(Box<dyn Fn() -> View>),
}

/// An element that is being filled in.
pub(crate) struct El {
    tag: &'static str,
    place: Place,
    fixed: &'static [(&'static str, &'static str)],
    given: Vec<(&'static str, Given)>,
    children: Vec<View>,
}

/// What an element has besides the attributes that never change.
enum Given {
    Value(Sort, Value),
    Event(Box<dyn FnMut(Event)>),
}

/// Views side by side.
#[derive(Default)]
pub(crate) struct Many {
    place: Place,
    children: Vec<View>,
}

impl El {
    #[inline(never)]
    pub(crate) fn new(tag: &'static str, fixed: &'static [(&'static str, &'static str)]) -> Box<El> {
        Box::new(El { tag, place: None, fixed, given: Vec::new(), children: Vec::new() })
    }

    pub(crate) fn attr(self: Box<El>, name: &'static str, value: impl IntoValue) -> Box<El> {
        self.give_attribute(name, value.into_value())
    }

    pub(crate) fn prop(self: Box<El>, name: &'static str, value: impl IntoValue) -> Box<El> {
        self.give(name, Given::Value(Sort::Property, value.into_value()))
    }

    pub(crate) fn style(self: Box<El>, name: &'static str, value: impl IntoValue) -> Box<El> {
        self.give(name, Given::Value(Sort::Style, value.into_value()))
    }

    pub(crate) fn on(self: Box<El>, event: &'static str, hear: impl FnMut(Event) + 'static) -> Box<El> {
        self.give_event(event, Box::new(hear))
    }

    pub(crate) fn child(self: Box<El>, child: impl IntoView) -> Box<El> {
        child.put_into(self)
    }

    #[inline(never)]
    pub(crate) fn at(mut self: Box<El>, place: &'static u8) -> View {
        self.place = Some(place);
        View::Element(self)
    }

    #[inline(never)]
    fn give_attribute(self: Box<El>, name: &'static str, value: Value) -> Box<El> {
        self.give(name, Given::Value(Sort::Attribute, value))
    }

    #[inline(never)]
    fn give_event(self: Box<El>, name: &'static str, hear: Box<dyn FnMut(Event)>) -> Box<El> {
        self.give(name, Given::Event(hear))
    }

    #[inline(never)]
    fn give(mut self: Box<El>, name: &'static str, given: Given) -> Box<El> {
        self.given.push((name, given));
        self
    }

    #[inline(never)]
    fn hold_text(self: Box<El>, text: &'static str) -> Box<El> {
        self.hold(View::Text(Cow::Borrowed(text)))
    }

    #[inline(never)]
    fn hold_element(self: Box<El>, child: Box<El>) -> Box<El> {
        self.hold(View::Element(child))
    }

    #[inline(never)]
    fn hold(mut self: Box<El>, child: View) -> Box<El> {
        self.children.push(child);
        self
    }
}

impl Many {
    pub(crate) fn child(mut self, child: impl IntoView) -> Many {
        self.children.push(child.into_view());
        self
    }

    pub(crate) fn at(self, place: &'static u8) -> View {
        View::Many(Many { place: Some(place), ..self })
    }
}

/// What can stand in a view.
pub(crate) trait IntoView: Sized {
    fn into_view(self) -> View;

    /// Adds it to an element. What is added often has a way of its own: a call of a few bytes.
    fn put_into(self, element: Box<El>) -> Box<El> {
        element.hold(self.into_view())
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for Box<El> {
    fn into_view(self) -> View {
        View::Element(self)
    }

    fn put_into(self, element: Box<El>) -> Box<El> {
        element.hold_element(self)
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::Many(Many::default())
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(Cow::Borrowed(self))
    }

    fn put_into(self, element: Box<El>) -> Box<El> {
        element.hold_text(self)
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(Cow::Owned(self))
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or_else(|| ().into_view(), T::into_view)
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn into_view(self) -> View {
        self.collect_view()
    }
}

impl<F: Fn() -> T + 'static, T: IntoView> IntoView for F {
    fn into_view(self) -> View {
        View::Live(Box::new(move || self().into_view()))
    }
}

/// A view that is drawn anew when a signal in it changes.
pub(crate) fn live<T: IntoView>(view: impl Fn() -> T + 'static) -> View {
    view.into_view()
}

/// Views of a list, side by side.
pub(crate) trait CollectView {
    fn collect_view(self) -> View;
}

impl<I: IntoIterator<Item: IntoView>> CollectView for I {
    fn collect_view(self) -> View {
        let children = self.into_iter().map(IntoView::into_view).collect();
        View::Many(Many { place: None, children })
    }
}
