//! `view!`, in the syntax of Leptos, for the views of `src/view`.
//!
//! Leptos makes a type of each view, and 3 to 7 KB of code of each type: together twice what the first visit may
//! weigh. Here a view is a value: the same markup becomes calls that fill in one tree of one type.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use rstml::node::{Node, NodeAttribute, NodeElement};

/// Writes markup; gives a `View`.
///
/// Texts are quoted, values stand in braces, and a value that is a closure is read anew when a signal in it
/// changes. `on:` names an event, `prop:` a property, `style:` a style; everything else is an attribute.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse(tokens) {
        Ok(nodes) => root(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// Markup of one place is redrawn in place; other markup replaces it. The address of a static tells places apart.
fn root(nodes: &[Node]) -> TokenStream {
    let view = match nodes {
        [Node::Element(element)] => self::element(element),
        nodes => {
            let children = nodes.iter().map(child);
            quote! { crate::view::Many::default() #(#children)* }
        }
    };
    quote! {{
        static PLACE: u8 = 0;
        #view.at(&PLACE)
    }}
}

fn child(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) => {
            let element = self::element(element);
            quote! { .child(#element) }
        }
        Node::Text(text) => {
            let text = text.value_string();
            quote! { .child(#text) }
        }
        Node::Block(block) => {
            let value = inside(block.to_token_stream());
            quote! { .child(#value) }
        }
        Node::Comment(_) => TokenStream::new(),
        _ => quote! { compile_error!("a view is elements, quoted texts and values in braces") },
    }
}

/// What stands in braces, which is one expression.
fn inside(block: TokenStream) -> TokenStream {
    match block.into_iter().next() {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    }
}

fn element(element: &NodeElement<rstml::Infallible>) -> TokenStream {
    // `use` is a word of Rust, so that it is written `use_`.
    let name = element.name().to_string();
    let tag = name.trim_end_matches('_');
    let fixed = element.attributes().iter().filter_map(fixed);
    let given = element.attributes().iter().filter(|one| self::fixed(one).is_none()).map(given);
    let children = element.children().iter().map(child);
    quote! { crate::view::El::new(#tag, &[#(#fixed),*]) #(#given)* #(#children)* }
}

/// An attribute with a text that is known now, or with none.
fn fixed(attribute: &NodeAttribute) -> Option<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else { return None };
    let key = attribute.key.to_string();
    let text = match attribute.value() {
        None => String::new(),
        Some(_) if key.contains(':') => return None,
        Some(_) => attribute.value_literal_string()?,
    };
    Some(quote! { (#key, #text) })
}

fn given(attribute: &NodeAttribute) -> TokenStream {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return quote! { compile_error!("an attribute has a name") };
    };
    let key = attribute.key.to_string();
    let value = attribute.value();
    match key.split_once(':') {
        Some(("on", event)) => quote! { .on(#event, #value) },
        Some(("prop", name)) => quote! { .prop(#name, #value) },
        Some(("style", name)) => quote! { .style(#name, #value) },
        _ => quote! { .attr(#key, #value) },
    }
}
