//! `ErrorBody` for the types of errors.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::Emitter;
use crate::types::{Field, Shape, Type, field_name};

/// Members with a message for people, the best first.
const MESSAGES: [&str; 8] =
    ["message", "detail", "error_description", "msg", "fault_message", "title", "description", "error"];

/// Members with a code for programs.
const CODES: [&str; 4] = ["code", "error_code", "errorCode", "type"];

impl Emitter<'_> {
    /// Returns the implementation for a definition.
    pub(in crate::generate) fn error_body(&self, id: usize) -> TokenStream {
        let (error_body, name) = (self.import("pivotal_runtime::ErrorBody"), self.named(id));
        let method = |method: &str, names: &[&str]| {
            let value = self.text_of(id, names, 0)?;
            let method = format_ident!("{method}");
            Some(quote! {
                fn #method(&self) -> Option<&str> {
                    #value
                }
            })
        };
        let (message, code) = (method("message", &MESSAGES), method("code", &CODES));
        quote! {
            impl #error_body for #name {
                #message
                #code
            }
        }
    }

    /// Returns an expression for the first of these members that is a text, or that of an inner object.
    fn text_of(&self, id: usize, names: &[&str], depth: usize) -> Option<TokenStream> {
        let Shape::Struct(structure) = &self.types.definitions.get(id)?.shape else { return None };
        let is_text = |field: &&Field| *field.type_.non_null() == Type::String;
        let text =
            names.iter().find_map(|name| structure.fields.iter().filter(is_text).find(|field| field.name == **name));
        if let Some(field) = text {
            let ident = ident(&field.name);
            return match (field.is_required, &field.type_) {
                (true, Type::String) => Some(quote!(Some(&self.#ident))),
                (true, _) => Some(quote!(self.#ident.as_deref())),
                // Only types that are sent distinguish absent from `null`.
                (false, Type::Nullable(_)) if self.types.definitions.get(id)?.is_sent => {
                    Some(quote!(self.#ident.as_ref()?.as_deref()))
                }
                (false, _) => Some(quote!(self.#ident.as_deref())),
            };
        }
        let (field, inner) = structure.fields.iter().find_map(|field| match field.type_.non_null() {
            Type::Named(inner) if field.name == "error" && depth == 0 => Some((field, *inner)),
            _ => None,
        })?;
        self.text_of(inner, names, depth + 1)?;
        let (own, ident) = (self.named(inner), ident(&field.name));
        let _ = own;
        let method = format_ident!("{}", if names == CODES { "code" } else { "message" });
        let error_body = self.import("pivotal_runtime::ErrorBody");
        let is_plain = field.is_required && field.type_.non_null() == &field.type_;
        Some(if is_plain {
            quote!(#error_body::#method(&self.#ident))
        } else {
            quote!(#error_body::#method(self.#ident.as_ref()?))
        })
    }

    /// Returns the definition in `error` whose text is the message, which needs an implementation as well.
    pub(in crate::generate) fn inner_error(&self, id: usize) -> Option<usize> {
        let Shape::Struct(structure) = &self.types.definitions.get(id)?.shape else { return None };
        structure.fields.iter().find_map(|field| match field.type_.non_null() {
            Type::Named(inner) if field.name == "error" => {
                let has_text = self.text_of(*inner, &MESSAGES, 1).or_else(|| self.text_of(*inner, &CODES, 1)).is_some();
                has_text.then_some(*inner)
            }
            _ => None,
        })
    }
}

pub(super) fn ident(name: &str) -> Ident {
    let name = field_name(name);
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => format_ident!("{name}"),
    }
}
