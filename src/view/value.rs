//! Values of attributes, properties and styles.

use std::borrow::Cow;

use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Element;
use leptos::wasm_bindgen::JsValue;

/// A value, or what gives it.
pub(crate) enum Value {
    /// Not there.
    None,
    Flag(bool),
    Text(Cow<'static, str>),
    /// Read anew when a signal in it changes.
    Live(Box<dyn Fn() -> Value>),
}

/// What can be a value.
pub(crate) trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Flag(self)
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::None, T::into_value)
    }
}

impl<F: Fn() -> T + 'static, T: IntoValue> IntoValue for F {
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self().into_value()))
    }
}

/// What a value is of.
#[derive(Clone, Copy)]
pub(super) enum Sort {
    Attribute,
    Property,
    Style,
}

impl Value {
    fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::None, Value::None) => true,
            (Value::Flag(one), Value::Flag(other)) => one == other,
            (Value::Text(one), Value::Text(other)) => one == other,
            _ => false,
        }
    }

    /// As an attribute is written: a flag that is set has an empty text, and one that isn't is not there.
    fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Flag(true) => Some(""),
            _ => None,
        }
    }

    fn property(&self) -> JsValue {
        match self {
            Value::Text(text) => JsValue::from_str(text),
            Value::Flag(flag) => JsValue::from_bool(*flag),
            _ => JsValue::UNDEFINED,
        }
    }

    /// Gives it to an element, unless that has it already.
    pub(super) fn set(&self, element: &Element, sort: Sort, name: &str, old: Option<&Value>) {
        if old.is_some_and(|old| old.is(self)) {
            return;
        }
        match (sort, self.text()) {
            (Sort::Attribute, Some(text)) => Rndr::set_attribute(element, name, text),
            (Sort::Attribute, None) => Rndr::remove_attribute(element, name),
            (Sort::Property, _) => Rndr::set_property(element, name, &self.property()),
            (Sort::Style, text) => {
                Rndr::set_css_property(&Rndr::style(element), name, text.unwrap_or_default());
            }
        }
    }
}
