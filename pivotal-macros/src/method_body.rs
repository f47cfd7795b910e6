//! Writes a method with a body.

use std::mem::replace;

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Lifetime, ReturnType, Signature, Token, Type};

use crate::editor::place_of_errors;
use crate::runtime_path::RuntimePath;
use crate::signature::lifetime_of_self;

/// Writes a method. An `async` one returns a `Call`, which borrows the transport only.
pub(crate) fn with_body(
    attributes: &[Attribute],
    mut sig: Signature,
    response: Option<&Type>,
    body: TokenStream,
    runtime: &RuntimePath,
) -> TokenStream {
    let body = Group::new(Delimiter::Brace, body);
    if sig.asyncness.take().is_none() {
        return quote!(#(#attributes)* #sig #body);
    }
    let lifetime = transport_lifetime(&sig);
    let output = Output { declared: replace(&mut sig.output, ReturnType::Default), response, runtime };
    let where_clause = sig.generics.where_clause.take();
    let name = place_of_errors(sig.ident.span());
    let (start, end) = (runtime.at(name), Token![>](Span::call_site().located_at(name)));
    quote! {
        #(#attributes)*
        #sig -> #start::Call<#lifetime, #output #end #where_clause #body
    }
}

/// The lifetime of `&'a self` or `self: &'a Self`, or `'_`.
fn transport_lifetime(sig: &Signature) -> Lifetime {
    let declared = sig.receiver().and_then(lifetime_of_self).cloned();
    declared.unwrap_or_else(|| Lifetime::new("'_", Span::call_site()))
}

/// The output of the `Call`: the declared return type or, if it is missing, `Result<response, Error>`.
struct Output<'a> {
    declared: ReturnType,
    response: Option<&'a Type>,
    runtime: &'a RuntimePath,
}

impl ToTokens for Output<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let runtime = self.runtime;
        match (&self.declared, self.response) {
            (ReturnType::Type(_, ty), _) => ty.to_tokens(tokens),
            (ReturnType::Default, Some(response)) => {
                tokens.extend(quote!(::core::result::Result<#response, #runtime::Error>));
            }
            (ReturnType::Default, None) => tokens.extend(quote!(())),
        }
    }
}
