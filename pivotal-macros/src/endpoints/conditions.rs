//! The attributes that leave an item out: what names it needs them too.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token, parse_quote};

/// `cfg(feature = "notes")`, and what else is among the attributes of that kind.
pub(super) fn conditions(attributes: &[Attribute]) -> impl Iterator<Item = Meta> {
    attributes.iter().filter_map(|attribute| condition(&attribute.meta))
}

/// Input:
/// ```text
/// cfg_attr(test, allow(unused), cfg(feature = "notes"))
/// ```
/// Output:
/// ```text
/// cfg_attr(test, cfg(feature = "notes"))
/// ```
fn condition(attribute: &Meta) -> Option<Meta> {
    if attribute.path().is_ident("cfg") {
        return Some(attribute.clone());
    }
    if !attribute.path().is_ident("cfg_attr") {
        return None;
    }
    let list = attribute.require_list().ok()?;
    let list = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
    let (predicate, attributes) = (list.first()?, list.iter().skip(1));
    let conditions: Vec<_> = attributes.filter_map(condition).collect();
    (!conditions.is_empty()).then(|| parse_quote!(cfg_attr(#predicate, #(#conditions),*)))
}
