//! The rules for traits of endpoints, one function each.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Ident, ItemTrait, LitStr, Path, TraitItem, TypeParamBound, parse_quote};

use crate::args::compact;
use crate::cfg::cfg_attributes;
use crate::diagnostics::Diagnostics;
use crate::fallback;
use crate::http_method::is_standard;
use crate::parsed_method::ParsedMethod;
use crate::signature::is_endpoint;
use crate::suggest::nearest;

//     #[endpoints]
//     unsafe trait Store {}
//
pub(super) fn check_no_unsafe(declared: &ItemTrait, diagnostics: &mut Diagnostics) {
    if let Some(unsafety) = &declared.unsafety {
        diagnostics.error(unsafety, "a trait of endpoints is safe to implement; remove `unsafe`");
    }
}

//     #[endpoints]
//     #[endpoints("/api")]
//     trait Store {}
//
pub(super) fn check_single_attribute(declared: &mut ItemTrait, diagnostics: &mut Diagnostics) {
    let is_duplicate =
        |attribute: &Attribute| attribute.path().segments.last().is_some_and(|last| last.ident == "endpoints");
    for duplicate in declared.attrs.extract_if(.., |attribute| is_duplicate(attribute)) {
        diagnostics.error(duplicate, "the trait has this attribute already; keep one of them");
    }
}

//     #[endpoints]
//     #[mockall::automock]
//     trait Store {}
//
// Above `#[endpoints]`, `automock` is expanded first, and reports errors of its own.
pub(super) fn check_no_mock(declared: &mut ItemTrait, diagnostics: &mut Diagnostics) {
    let is_mock = |attribute: &Attribute| attribute.path().segments.last().is_some_and(|last| last.ident == "automock");
    for attribute in declared.attrs.extract_if(.., |attribute| is_mock(attribute)) {
        diagnostics.error(
            attribute,
            "`automock` and `#[endpoints]` both implement the trait; remove this, and write a fake `Transport`, or mock it \
             by `mockall::mock!`",
        );
    }
}

//     #[endpoints]
//     trait Store: BlockingTransport {}
//
pub(super) fn check_no_transport_supertrait(declared: &ItemTrait, diagnostics: &mut Diagnostics) {
    for bound in &declared.supertraits {
        let TypeParamBound::Trait(bound) = bound else { continue };
        let Some(name) = bound.path.segments.last().map(|last| &last.ident) else { continue };
        if name == "BlockingTransport" || name == "DynTransport" {
            diagnostics.error(
                bound,
                format!(
                    "`#[endpoints]` adds the supertrait; write `#[endpoints(transport = {name})]`, and remove it here"
                ),
            );
        }
    }
}

//     #[endpoints(transport = BlockingTransport)]
//     trait Store {
//         #[endpoint(GET, "/items/<id>")]
//         async fn item(&self, id: &str) -> Result<Item, Error>;
//
pub(super) fn check_no_async_while_blocking(transport: Option<&Path>, methods: &mut [ParsedMethod]) {
    if transport.and_then(|path| path.segments.last()).is_none_or(|last| last.ident != "BlockingTransport") {
        return;
    }
    for ParsedMethod { item, diagnostics, .. } in methods {
        if let Some(asyncness) = &item.sig.asyncness {
            diagnostics.error(asyncness, "a method on a `BlockingTransport` is not `async`; remove this");
        }
    }
}

//     #[endpoint(GET, "/items/<id>", operation = "get")]
//     #[endpoint(GET, "/notes/<id>", operation = "get")]
//
// Methods with `cfg` can exclude each other.
pub(super) fn check_operations_differ(methods: &[ParsedMethod], diagnostics: &mut Diagnostics) {
    if methods.iter().flat_map(|method| &method.args).all(|args| args.keys.operation.is_none()) {
        return;
    }
    let operations = methods.iter().filter(|method| cfg_attributes(&method.item.attrs).next().is_none());
    let operations = operations.map(|method| {
        let operation = method.args.as_ref().and_then(|args| args.keys.operation.as_ref());
        let name = &method.item.sig.ident;
        (name, operation, operation.map_or_else(|| name.unraw().to_string(), LitStr::value))
    });
    let operations: Vec<_> = operations.collect();
    for (index, (_, operation, id)) in operations.iter().enumerate() {
        let is_other = |at: usize, other_is_named: bool| at < index || (at > index && !other_is_named);
        let other = operations
            .iter()
            .enumerate()
            .find(|(at, (_, other, other_id))| is_other(*at, other.is_some()) && other_id == id);
        if let (Some(operation), Some((_, (name, ..)))) = (operation, other) {
            let message = format!("`{id}` is the operation of method `{name}` already; write another id");
            diagnostics.error(operation, message);
        }
    }
}

//     #[endpoints]
//     trait Store {
//         const ENDPOINTS: usize = 1;
//     }
//
pub(super) fn has_endpoints_const(declared: &ItemTrait, diagnostics: &mut Diagnostics) -> bool {
    let mut constants = declared.items.iter().filter_map(|item| match item {
        TraitItem::Const(item) if item.ident == "ENDPOINTS" => Some(&item.ident),
        _ => None,
    });
    let Some(constant) = constants.next() else { return false };
    diagnostics.error(constant, "`#[endpoints]` adds a constant of this name; rename this one");
    true
}

//     #[endpoints]
//     trait Store {
//         type Filter;
//         fn name(&self) -> &str;
//     }
//
/// Adds a default to each item without one: an error. Types get it in the impl, whose items are returned.
pub(super) fn add_missing_defaults(declared: &mut ItemTrait) -> Vec<TokenStream> {
    let error = |name: &Ident, fix: &str| {
        let message = format!(
            "`#[endpoints]` implements the trait for every transport, but this has no default; {fix}write the supertrait \
             and the impl by hand, without `#[endpoints]`"
        );
        syn::Error::new(name.span(), message).to_compile_error()
    };
    let or_default = "give it a default, or ";
    let or_endpoint = "put `#[endpoint(METHOD, \"PATH\")]` above it, give it a default, or ";
    let mut types = Vec::new();
    for item in &mut declared.items {
        match item {
            TraitItem::Type(item) => {
                let (name, (parameters, _, where_clause)) = (&item.ident, item.generics.split_for_impl());
                let error = error(name, "");
                types.push(quote!(type #name #parameters = #error #where_clause;));
            }
            TraitItem::Const(item) if item.default.is_none() => {
                let error = error(&item.ident, or_default);
                item.default = Some((<syn::Token![=]>::default(), parse_quote!({ #error })));
            }
            TraitItem::Fn(method) if method.default.is_none() && !method.attrs.iter().any(is_endpoint) => {
                let error = match method.attrs.iter().find_map(misspelled_endpoint) {
                    Some(error) => error.to_compile_error(),
                    None => error(&method.sig.ident, or_endpoint),
                };
                // Another attribute can be `endpoint` under another name, and would reject a method with a body.
                let cfgs: Vec<Attribute> = cfg_attributes(&method.attrs).map(|cfg| parse_quote!(#[#cfg])).collect();
                method.attrs.retain(is_descriptive);
                method.attrs.extend(cfgs);
                if method.sig.receiver().is_some() {
                    fallback::borrow_transport(&mut method.sig);
                }
                method.semi_token = None;
                method.default = Some(parse_quote!({ #error }));
            }
            _ => {}
        }
    }
    types
}

//     #[endpoints]
//     trait Store {
//         #[endpont(GET, "/items/<id>")]
//         async fn item(&self, id: &str) -> Result<Item, Error>;
//     }
//
pub(super) fn misspelled_endpoint(attribute: &Attribute) -> Option<syn::Error> {
    let path = attribute.path();
    let name = path.segments.last()?.ident.to_string();
    let method = name.to_uppercase();
    // `#[get("/items/<id>")]`
    if is_standard(&method) && name == name.to_lowercase() {
        let arguments = attribute.meta.require_list().map(|list| compact(list.tokens.clone())).unwrap_or_default();
        let written = compact(attribute.to_token_stream());
        let arguments = if arguments.is_empty() { "\"PATH\"".to_owned() } else { arguments };
        let message = format!(
            "`#[{name}]` does not declare an endpoint; write `#[endpoint({method}, {arguments})]` for `{written}`"
        );
        return Some(syn::Error::new_spanned(path, message));
    }
    nearest(&name, ["endpoint"])?;
    Some(syn::Error::new_spanned(path, format!("`#[{name}]` does not declare an endpoint; write `#[endpoint]`")))
}

/// Returns whether an attribute only describes a method.
fn is_descriptive(attribute: &Attribute) -> bool {
    ["doc", "allow", "expect", "must_use", "deprecated"].iter().any(|name| attribute.path().is_ident(name))
}
