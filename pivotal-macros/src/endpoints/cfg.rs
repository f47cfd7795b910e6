//! The `cfg` attributes of an item, for the generated code that names it.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token, parse_quote};

/// The `cfg` attributes, and those in `cfg_attr`.
pub(super) fn cfg_attributes(attributes: &[Attribute]) -> impl Iterator<Item = Meta> {
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
    if !attribute.path().is_ident("cfg_attr") {
        return None;
    }
    let list = attribute.require_list().ok()?;
    let list = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
    let (predicate, attributes) = (list.first()?, list.iter().skip(1));
    let cfg_attributes: Vec<_> = attributes.filter_map(cfg_part).collect();
    (!cfg_attributes.is_empty()).then(|| parse_quote!(cfg_attr(#predicate, #(#cfg_attributes),*)))
}
