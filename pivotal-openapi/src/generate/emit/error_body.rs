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
            let method = format_ident!("{method}");
            let value = self.text_of_variants(id, names, &method).or_else(|| self.text_of(id, names, 0))?;
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

    /// Returns an expression for the text of the variant of a union.
    fn text_of_variants(&self, id: usize, names: &[&str], method: &Ident) -> Option<TokenStream> {
        let definition = self.types.definitions.get(id)?;
        let Shape::Union(union) = &definition.shape else { return None };
        let error_body = self.import("pivotal_runtime::ErrorBody");
        let variants = self.variant_names(definition, union);
        let arms: Vec<TokenStream> = union
            .variants
            .iter()
            .zip(variants)
            .filter_map(|(variant, name)| {
                let Type::Named(inner) = variant.type_ else { return None };
                self.text_of(inner, names, 0)?;
                let name = format_ident!("{name}");
                let error = if variant.is_boxed { quote!(&**error) } else { quote!(error) };
                Some(quote!(Self::#name(error) => #error_body::#method(#error),))
            })
            .collect();
        let others = (arms.len() < union.variants.len() || union.tag.is_some()).then(|| quote!(_ => None,));
        (!arms.is_empty()).then(|| quote!(match self { #(#arms)* #others }))
    }

    /// Returns an expression for the first of these members that is a text, or that of an inner object.
    fn text_of(&self, id: usize, names: &[&str], depth: usize) -> Option<TokenStream> {
        let Shape::Struct(structure) = &self.types.definitions.get(id)?.shape else { return None };
        let is_text = |field: &&Field| *field.type_.non_null() == Type::String;
        let text =
            names.iter().find_map(|name| structure.fields.iter().filter(is_text).find(|field| field.name == **name));
        if let Some(field) = text {
            let ident = ident(&field.name);
            let is_nullable = matches!(field.type_, Type::Nullable(_));
            // Only types that are sent distinguish absent from `null`.
            let is_twice = !field.is_required && is_nullable && self.types.definitions.get(id)?.is_sent;
            return Some(match (field.is_required && !is_nullable, is_twice) {
                (true, _) => quote!(Some(&self.#ident)),
                (false, true) => quote!(self.#ident.as_ref()?.as_deref()),
                (false, false) => quote!(self.#ident.as_deref()),
            });
        }
        let (field, inner) = structure.fields.iter().find_map(|field| match field.type_.non_null() {
            Type::Named(inner) if field.name == "error" && depth == 0 => Some((field, *inner)),
            _ => None,
        })?;
        self.text_of(inner, names, depth + 1)?;
        let ident = ident(&field.name);
        let method = format_ident!("{}", if names == CODES { "code" } else { "message" });
        let error_body = self.import("pivotal_runtime::ErrorBody");
        let is_plain = field.is_required && field.type_.non_null() == &field.type_;
        Some(if is_plain {
            quote!(#error_body::#method(&self.#ident))
        } else {
            quote!(#error_body::#method(self.#ident.as_ref()?))
        })
    }

    /// Returns the definitions whose text is the message, which need an implementation as well.
    pub(in crate::generate) fn inner_errors(&self, id: usize) -> Vec<usize> {
        let has_text = |id: &usize| self.text_of(*id, &MESSAGES, 1).or_else(|| self.text_of(*id, &CODES, 1)).is_some();
        let named = |type_: &Type| match type_.non_null() {
            Type::Named(id) => Some(*id),
            _ => None,
        };
        match self.types.definitions.get(id).map(|definition| &definition.shape) {
            Some(Shape::Struct(structure)) => {
                let error = structure.fields.iter().filter(|field| field.name == "error");
                error.filter_map(|field| named(&field.type_)).filter(has_text).collect()
            }
            Some(Shape::Union(union)) => {
                let variants: Vec<usize> = union.variants.iter().filter_map(|variant| named(&variant.type_)).collect();
                let inner: Vec<usize> = variants.iter().flat_map(|id| self.inner_structs(*id)).collect();
                variants.into_iter().chain(inner).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns the definitions in `error` of a struct.
    fn inner_structs(&self, id: usize) -> Vec<usize> {
        let is_struct = self.types.definitions.get(id).is_some_and(|known| matches!(known.shape, Shape::Struct(_)));
        if is_struct { self.inner_errors(id) } else { Vec::new() }
    }
}

pub(super) fn ident(name: &str) -> Ident {
    let name = field_name(name);
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => format_ident!("{name}"),
    }
}
