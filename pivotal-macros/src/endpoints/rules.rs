//! The rules for traits of endpoints, one function for each.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Ident, ItemTrait, TraitItem, TypeParamBound, parse_quote};

use super::conditions::conditions;
use crate::diagnostics::Diagnostics;
use crate::fallback;
use crate::near_miss::nearest;
use crate::signature::is_endpoint;

//     #[endpoints]
//     unsafe trait Store {}
//
pub(super) fn trait_is_safe(declared: &ItemTrait, problems: &mut Diagnostics) {
    if let Some(unsafety) = &declared.unsafety {
        problems.error(unsafety, "a trait of endpoints is safe to implement; remove `unsafe`");
    }
}

//     #[endpoints]
//     #[endpoints("/api")]
//     trait Store {}
//
pub(super) fn endpoints_are_declared_once(declared: &mut ItemTrait, problems: &mut Diagnostics) {
    let is_again =
        |attribute: &Attribute| attribute.path().segments.last().is_some_and(|last| last.ident == "endpoints");
    for again in declared.attrs.extract_if(.., |attribute| is_again(attribute)) {
        problems.error(again, "the trait has this attribute already; keep one of them");
    }
}

//     #[endpoints]
//     trait Store: BlockingTransport {}
//
pub(super) fn supertrait_is_the_key(declared: &ItemTrait, problems: &mut Diagnostics) {
    for bound in &declared.supertraits {
        let TypeParamBound::Trait(bound) = bound else { continue };
        let Some(name) = bound.path.segments.last().map(|last| &last.ident) else { continue };
        if name == "BlockingTransport" || name == "DynTransport" {
            problems.error(
                bound,
                format!(
                    "`#[endpoints]` adds the supertrait; write `#[endpoints(transport = {name})]`, and remove it here"
                ),
            );
        }
    }
}

//     #[endpoints]
//     trait Store {
//         const ENDPOINTS: usize = 1;
//     }
//
pub(super) fn declares_list(declared: &ItemTrait, problems: &mut Diagnostics) -> bool {
    let mut lists = declared.items.iter().filter_map(|item| match item {
        TraitItem::Const(item) if item.ident == "ENDPOINTS" => Some(&item.ident),
        _ => None,
    });
    let Some(list) = lists.next() else { return false };
    problems.error(list, "`#[endpoints]` gives the trait a constant of this name; rename this one");
    true
}

//     #[endpoints]
//     trait Store {
//         type Filter;
//         fn name(&self) -> &str;
//     }
//
/// Gives each item without a default an error as its default: in the trait or, for a type, in the impl, whose items are
/// returned.
pub(super) fn give_defaults(declared: &mut ItemTrait) -> Vec<TokenStream> {
    let error = |name: &Ident, fix: &str| {
        let message = format!(
            "`#[endpoints]` implements the trait for every transport, but this has no default; {fix}write the supertrait \
             and the impl by hand, without `#[endpoints]`"
        );
        syn::Error::new(name.span(), message).to_compile_error()
    };
    let give_default = "give it a default, or ";
    let mut types = Vec::new();
    for item in &mut declared.items {
        match item {
            TraitItem::Type(item) => {
                let (name, (parameters, _, where_clause)) = (&item.ident, item.generics.split_for_impl());
                let error = error(name, "");
                types.push(quote!(type #name #parameters = #error #where_clause;));
            }
            TraitItem::Const(item) if item.default.is_none() => {
                let error = error(&item.ident, give_default);
                item.default = Some((<syn::Token![=]>::default(), parse_quote!({ #error })));
            }
            TraitItem::Fn(method) if method.default.is_none() && !method.attrs.iter().any(is_endpoint) => {
                let error = match method.attrs.iter().find_map(misspelt_endpoint) {
                    Some(error) => error.to_compile_error(),
                    None => error(&method.sig.ident, give_default),
                };
                // Another attribute may be `endpoint` by another name, and would find a method with a body.
                let only_if: Vec<Attribute> =
                    conditions(&method.attrs).map(|only_if| parse_quote!(#[#only_if])).collect();
                method.attrs.retain(only_describes);
                method.attrs.extend(only_if);
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
fn misspelt_endpoint(attribute: &Attribute) -> Option<syn::Error> {
    let path = attribute.path();
    let name = path.segments.last()?.ident.to_string();
    let meant = nearest(&name, ["endpoint"])?;
    Some(syn::Error::new_spanned(path, format!("a method is declared by `#[{meant}]`; write it for `#[{name}]`")))
}

/// Returns whether an attribute describes a method without changing it.
fn only_describes(attribute: &Attribute) -> bool {
    ["doc", "allow", "expect", "must_use", "deprecated"].iter().any(|name| attribute.path().is_ident(name))
}
