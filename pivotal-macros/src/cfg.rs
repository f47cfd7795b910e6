//! The `cfg` attributes of an item or a parameter, for the generated code that names it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, MetaList, Token, parse_quote};

/// The `cfg` attributes, and those in `cfg_attr`.
pub(crate) fn cfg_attributes(attributes: &[Attribute]) -> impl Iterator<Item = Meta> {
    attributes.iter().filter_map(|attribute| cfg_part(&attribute.meta))
}

/// Input:
/// ```text
/// cfg_attr(test, allow(unused), cfg(feature = "notes"))
/// ```
/// Output:
/// ```text
/// cfg_attr(test, cfg(feature = "notes"))
/// ```
fn cfg_part(attribute: &Meta) -> Option<Meta> {
    if attribute.path().is_ident("cfg") {
        return Some(attribute.clone());
    }
    let (predicate, attributes) = cfg_attr_parts(attribute)?;
    let cfg_attributes: Vec<_> = attributes.iter().filter_map(cfg_part).collect();
    (!cfg_attributes.is_empty()).then(|| parse_quote!(cfg_attr(#predicate, #(#cfg_attributes),*)))
}

/// The predicate of a `cfg_attr`, and its attributes.
pub(crate) fn cfg_attr_parts(attribute: &Meta) -> Option<(Meta, Vec<Meta>)> {
    if !attribute.path().is_ident("cfg_attr") {
        return None;
    }
    let list = attribute.require_list().ok()?;
    let list = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
    let mut list = list.into_iter();
    Some((list.next()?, list.collect()))
}

/// The predicate under which an item with these `cfg` attributes is compiled.
///
/// Input:
/// ```text
/// cfg(feature = "notes")
/// cfg_attr(test, cfg(unix))
/// ```
/// Output:
/// ```text
/// all(feature = "notes", any(not(test), unix))
/// ```
pub(crate) fn predicate(cfgs: &[Meta]) -> Option<TokenStream> {
    let mut predicates = cfgs.iter().filter_map(|cfg| match cfg_attr_parts(cfg) {
        Some((predicate_of_list, attributes)) => {
            let attributes = predicate(&attributes)?;
            Some(quote!(any(not(#predicate_of_list), #attributes)))
        }
        None => Some(cfg.require_list().ok()?.tokens.clone()),
    });
    let first = predicates.next()?;
    let others: Vec<_> = predicates.collect();
    Some(if others.is_empty() { first } else { quote!(all(#first, #(#others),*)) })
}

/// The predicate in `not(...)`, if this is one.
pub(crate) fn negated(predicate: &TokenStream) -> Option<TokenStream> {
    let not: MetaList = syn::parse2(predicate.clone()).ok()?;
    not.path.is_ident("not").then_some(not.tokens)
}
