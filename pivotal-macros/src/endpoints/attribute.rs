//! Finds `#[endpoint]` on the methods of a trait: inside `cfg_attr`, or under the name of an import.

use std::mem::take;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::{AttrStyle, Attribute, Ident, ItemTrait, LitStr, Meta, Path, Token, TraitItem, TraitItemFn, parse_quote};

use super::rules::misspelled_endpoint;
use crate::cfg::{cfg_attr_parts, cfg_attributes};
use crate::signature::is_endpoint;

/// The argument with which an attribute expands to nothing, if it is `endpoint`.
const IMPORTED: &str = "__imported";

/// Returns whether these are the arguments with which `endpoint` expands to nothing.
pub(crate) fn is_import_only(args: &TokenStream) -> bool {
    let mut args = args.clone().into_iter();
    matches!((args.next(), args.next()), (Some(TokenTree::Ident(name)), None) if name == IMPORTED)
}

/// An import of `endpoint` under another name.
///
/// The expansion puts the attribute on an empty constant. Without this use, the compiler would warn about an unused import, and
/// not report an unknown attribute. An attribute of another macro rejects the argument.
pub(super) struct RenamedImport {
    path: Path,
    cfgs: Vec<Meta>,
}

impl ToTokens for RenamedImport {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { path, cfgs } = self;
        let argument = Ident::new(IMPORTED, Span::call_site());
        tokens.extend(quote! {
            #(#[#cfgs])*
            #[#path(#argument)]
            const _: () = ();
        });
    }
}

/// Writes each endpoint as `#[endpoint(...)]`, and returns the imports under other names.
pub(super) fn normalize_attributes(declared: &mut ItemTrait) -> Vec<RenamedImport> {
    let mut imports = Vec::new();
    for item in take(&mut declared.items) {
        match item {
            TraitItem::Fn(method) if !method.attrs.iter().any(is_endpoint) => {
                for mut method in without_cfg_attr(method) {
                    imports.extend(restore_name(&mut method));
                    declared.items.push(TraitItem::Fn(method));
                }
            }
            item => declared.items.push(item),
        }
    }
    imports
}

/// Input:
/// ```text
/// #[cfg_attr(feature = "notes", endpoint(GET, "/notes/<id>"), doc = "A note.")]
/// async fn note(&self, id: u64) -> Result<Note, Error>;
/// ```
/// Output:
/// ```text
/// #[cfg(feature = "notes")]
/// #[endpoint(GET, "/notes/<id>")]
/// #[cfg_attr(feature = "notes", doc = "A note.")]
/// async fn note(&self, id: u64) -> Result<Note, Error>;
/// ```
/// Without the endpoint, the method would have no body. With several attributes, there is a method for each.
fn without_cfg_attr(method: TraitItemFn) -> Vec<TraitItemFn> {
    let parts: Vec<_> = method.attrs.iter().map(|attribute| split(&attribute.meta)).collect();
    let endpoints = || parts.iter().flatten().filter(|part| !part.endpoints.is_empty());
    let count = endpoints().count();
    if count == 0 {
        return vec![method];
    }
    // A method with a body is an error, which does not depend on the predicate.
    let (has_body, count) = if method.default.is_some() { (true, 1) } else { (false, count) };
    let declare = |chosen: usize| {
        let (mut method, mut at) = (method.clone(), 0);
        let attributes = take(&mut method.attrs);
        for (attribute, part) in attributes.into_iter().zip(&parts) {
            let Some(part) = part.as_ref().filter(|part| !part.endpoints.is_empty()) else {
                method.attrs.push(attribute);
                continue;
            };
            if at == chosen {
                let predicate = &part.predicate;
                method.attrs.extend((!has_body).then(|| -> Attribute { parse_quote!(#[cfg(#predicate)]) }));
                method.attrs.extend(part.endpoints.iter().map(|endpoint| -> Attribute { parse_quote!(#[#endpoint]) }));
            }
            method.attrs.extend(part.others.iter().map(|other| -> Attribute { parse_quote!(#[#other]) }));
            at += 1;
        }
        method
    };
    (0..count).map(declare).collect()
}

/// The endpoints in a `cfg_attr`, and its other attributes.
struct CfgAttr {
    predicate: Meta,
    endpoints: Vec<Meta>,
    others: Option<Meta>,
}

fn split(attribute: &Meta) -> Option<CfgAttr> {
    let (predicate, attributes) = cfg_attr_parts(attribute)?;
    if let [nested] = attributes.as_slice()
        && let Some(CfgAttr { predicate: second, endpoints, others }) = split(nested)
    {
        let others = others.map(|others| parse_quote!(cfg_attr(#predicate, #others)));
        return Some(CfgAttr { predicate: parse_quote!(all(#predicate, #second)), endpoints, others });
    }
    let is_endpoint = |meta: &Meta| {
        let attribute: Attribute = parse_quote!(#[#meta]);
        is_endpoint(&attribute) || is_renamed(&attribute)
    };
    let (endpoints, others): (Vec<_>, Vec<_>) = attributes.into_iter().partition(is_endpoint);
    let others = (!others.is_empty()).then(|| parse_quote!(cfg_attr(#predicate, #(#others),*)));
    Some(CfgAttr { predicate, endpoints, others })
}

/// Replaces the name under which `endpoint` is imported, if exactly one attribute can be it.
fn restore_name(method: &mut TraitItemFn) -> Option<RenamedImport> {
    if method.default.is_some() || method.attrs.iter().any(is_endpoint) {
        return None;
    }
    let cfgs = cfg_attributes(&method.attrs).collect();
    let mut renamed = method.attrs.iter_mut().filter(|attribute| is_renamed(attribute));
    let (Some(attribute), None) = (renamed.next(), renamed.next()) else { return None };
    let Meta::List(list) = &mut attribute.meta else { return None };
    let span = list.path.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
    let path = std::mem::replace(&mut list.path, Ident::new("endpoint", span).into());
    Some(RenamedImport { path, cfgs })
}

//     #[http(GET, "/items/<id>")]
//
/// Returns whether the arguments of an attribute are those of an endpoint.
fn is_renamed(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let is_method = |token: &TokenTree| match token {
        TokenTree::Ident(name) => name.to_string().chars().all(|c| c.is_ascii_uppercase()),
        TokenTree::Literal(literal) => literal.to_string().starts_with('"'),
        _ => false,
    };
    let read = |input: ParseStream<'_>| {
        let is_method = is_method(&input.parse()?);
        input.parse::<Token![,]>()?;
        input.parse::<LitStr>()?;
        // The rest is read as that of `#[endpoint]`.
        input.parse::<TokenStream>()?;
        Ok(is_method)
    };
    matches!(attribute.style, AttrStyle::Outer)
        && !list.path.is_ident("cfg")
        && misspelled_endpoint(attribute).is_none()
        && read.parse2(list.tokens.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_of_an_endpoint_identify_it() {
        let attributes: [Attribute; 4] = [
            parse_quote!(#[http(GET, "/items")]),
            parse_quote!(#[http("PURGE", "/items", timeout = "5s",)]),
            parse_quote!(#[crate::renamed::call(PUT, "/items/<id>", body = item)]),
            parse_quote!(#[http(UNKNOWN, "")]),
        ];
        assert!(attributes.iter().all(is_renamed));
    }

    #[test]
    fn other_attributes_are_kept() {
        let attributes: [Attribute; 13] = [
            parse_quote!(#[cfg(GET, "/items")]),
            parse_quote!(#[cfg(unix)]),
            parse_quote!(#[doc = "GET"]),
            parse_quote!(#[deprecated(since = "1", note = "2")]),
            parse_quote!(#[must_use = "text"]),
            parse_quote!(#[get("/items")]),
            parse_quote!(#[get(GET, "/items")]),
            parse_quote!(#[endpont(GET, "/items")]),
            parse_quote!(#[instrument(level, "/items")]),
            parse_quote!(#[instrument(skip(self), name = "GET")]),
            parse_quote!(#[http(GET)]),
            parse_quote!(#[http(GET, path = "/items")]),
            parse_quote!(#[http]),
        ];
        assert!(!attributes.iter().any(is_renamed));
    }
}
