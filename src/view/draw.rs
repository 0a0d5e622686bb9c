//! Views on the page: how they are built, changed in place, and taken away.

use std::borrow::Cow;

use any_spawner::Executor;
use leptos::prelude::{Owner, RenderEffect};
use leptos::tachys::renderer::types::{Element, Node, Placeholder, Text};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::wasm_bindgen::{JsCast as _, JsValue};

use super::{El, Given, Many, Place, Value, View};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Draws a view into an element, for as long as the page is open.
pub(crate) fn mount(parent: &Element, view: fn() -> View) {
    // It is already there if the page draws twice, which does no harm.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let drawn = owner.with(|| view().build());
    drawn.mount(parent, None);
    std::mem::forget((owner, drawn));
}

/// A view that was drawn.
enum Drawn {
    Text(Text, Cow<'static, str>),
    Element(DrawnElement),
    /// The comment at its end keeps its place while it is empty.
    Many(Place, Vec<Drawn>, Placeholder),
    Live(RenderEffect<Drawn>),
}

struct DrawnElement {
    node: Element,
    tag: &'static str,
    place: Place,
    given: Vec<DrawnGiven>,
    children: Vec<Drawn>,
}

enum DrawnGiven {
    Value(Value),
    /// Dropping it ends the effect.
    Live {
        _effect: RenderEffect<Value>,
    },
    /// Dropping it ends the hearing.
    Event {
        _remove: RemoveEventHandler<Element>,
    },
}

impl View {
    fn build(self) -> Drawn {
        match self {
            View::Text(text) => Drawn::Text(Rndr::create_text_node(&text), text),
            View::Element(element) => Drawn::Element(element.build()),
            View::Many(Many { place, children }) => {
                let children = children.into_iter().map(View::build).collect();
                Drawn::Many(place, children, Rndr::create_placeholder())
            }
            View::Live(view) => Drawn::Live(RenderEffect::new(move |drawn| {
                let view = view();
                match drawn {
                    Some(mut drawn) => {
                        view.rebuild(&mut drawn);
                        drawn
                    }
                    None => view.build(),
                }
            })),
        }
    }

    fn rebuild(self, drawn: &mut Drawn) {
        match (self, drawn) {
            (View::Text(text), Drawn::Text(node, known)) => {
                if text != *known {
                    Rndr::set_text(node, &text);
                    *known = text;
                }
            }
            (View::Element(view), Drawn::Element(drawn)) if view.is_like(drawn) => view.rebuild(drawn),
            (View::Many(many), Drawn::Many(place, drawn, end)) if is_same(many.place, *place) => {
                rebuild_many(many.children, drawn, end);
            }
            (view, drawn) => drawn.replace(view.build()),
        }
    }
}

fn is_same(one: Place, other: Place) -> bool {
    one.map(std::ptr::from_ref) == other.map(std::ptr::from_ref)
}

fn rebuild_many(views: Vec<View>, drawn: &mut Vec<Drawn>, end: &Placeholder) {
    for left_over in drawn.drain(views.len().min(drawn.len())..) {
        left_over.unmount();
    }
    let known = drawn.len();
    for (at, view) in views.into_iter().enumerate() {
        if at < known {
            view.rebuild(&mut drawn[at]);
        } else {
            let new = view.build();
            if let Some(parent) = Rndr::get_parent(end) {
                new.mount(parent.unchecked_ref(), Some(end));
            }
            drawn.push(new);
        }
    }
}

impl Drawn {
    fn mount(&self, parent: &Element, before: Option<&Node>) {
        match self {
            Drawn::Text(node, _) => Rndr::insert_node(parent, node, before),
            Drawn::Element(element) => Rndr::insert_node(parent, &element.node, before),
            Drawn::Many(_, children, end) => {
                for child in children {
                    child.mount(parent, before);
                }
                Rndr::insert_node(parent, end, before);
            }
            Drawn::Live(effect) => drop(effect.with_value_mut(|drawn| drawn.mount(parent, before))),
        }
    }

    fn unmount(&self) {
        match self {
            Drawn::Text(node, _) => Rndr::remove(node),
            Drawn::Element(element) => Rndr::remove(&element.node),
            Drawn::Many(_, children, end) => {
                children.iter().for_each(Drawn::unmount);
                Rndr::remove(end);
            }
            Drawn::Live(effect) => drop(effect.with_value_mut(|drawn| drawn.unmount())),
        }
    }

    fn first_node(&self) -> Option<Node> {
        match self {
            Drawn::Text(node, _) => Some(node.clone().into()),
            Drawn::Element(element) => Some(element.node.clone().into()),
            Drawn::Many(_, children, end) => match children.first() {
                Some(child) => child.first_node(),
                None => Some(end.clone().into()),
            },
            Drawn::Live(effect) => effect.with_value_mut(|drawn| drawn.first_node()).flatten(),
        }
    }

    /// The old goes before the new comes: taking away what has the focus has the browser work out the styles of all
    /// that is there.
    fn replace(&mut self, new: Drawn) {
        let gap = Rndr::create_placeholder();
        let parent = self.first_node().and_then(|first| {
            let parent = Rndr::get_parent(&first)?;
            Rndr::insert_node(parent.unchecked_ref(), &gap, Some(&first));
            Some(parent)
        });
        self.unmount();
        if let Some(parent) = parent {
            new.mount(parent.unchecked_ref(), Some(&gap));
            Rndr::remove(&gap);
        }
        *self = new;
    }
}

impl El {
    fn build(self) -> DrawnElement {
        let is_svg = matches!(self.tag, "svg" | "use" | "polyline" | "path");
        let node = Rndr::create_element(self.tag, is_svg.then_some(SVG));
        for (name, text) in self.fixed {
            Rndr::set_attribute(&node, name, text);
        }
        let given = self.given.into_iter().map(|(name, given)| given.build(&node, name)).collect();
        let children: Vec<Drawn> = self.children.into_iter().map(View::build).collect();
        for child in &children {
            child.mount(&node, None);
        }
        DrawnElement { node, tag: self.tag, place: self.place, given, children }
    }

    /// An element without a place of its own is a part of one that has been compared.
    fn is_like(&self, drawn: &DrawnElement) -> bool {
        self.tag == drawn.tag && is_same(self.place, drawn.place) && self.given.len() == drawn.given.len()
    }

    fn rebuild(self, drawn: &mut DrawnElement) {
        for ((name, given), old) in self.given.into_iter().zip(&mut drawn.given) {
            given.rebuild(&drawn.node, name, old);
        }
        for (view, old) in self.children.into_iter().zip(&mut drawn.children) {
            view.rebuild(old);
        }
    }
}

impl Given {
    fn build(self, node: &Element, name: &'static str) -> DrawnGiven {
        match self {
            Given::Value(sort, Value::Live(value)) => {
                let node = node.clone();
                let effect = RenderEffect::new(move |old: Option<Value>| {
                    let value = value();
                    value.set(&node, sort, name, old.as_ref());
                    value
                });
                DrawnGiven::Live { _effect: effect }
            }
            Given::Value(sort, value) => {
                value.set(node, sort, name, None);
                DrawnGiven::Value(value)
            }
            Given::Event(hear) => DrawnGiven::Event { _remove: listen(node, name, hear) },
        }
    }

    fn rebuild(self, node: &Element, name: &'static str, drawn: &mut DrawnGiven) {
        match (self, &mut *drawn) {
            (Given::Value(sort, value), DrawnGiven::Value(old)) if !matches!(value, Value::Live(_)) => {
                value.set(node, sort, name, Some(old));
                *old = value;
            }
            (given, _) => *drawn = given.build(node, name),
        }
    }
}

/// What hears an event may ask for what its page was given.
fn listen(
    node: &Element,
    event: &str,
    mut hear: Box<dyn FnMut(leptos::ev::Event)>,
) -> RemoveEventHandler<Element> {
    let owner = Owner::current();
    let hear = move |event: JsValue| match &owner {
        Some(owner) => owner.with(|| hear(event.unchecked_into())),
        None => hear(event.unchecked_into()),
    };
    Rndr::add_event_listener(node, event, Box::new(hear))
}
