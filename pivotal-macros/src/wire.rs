//! The type that the body of a success is read into.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::{Signature, Token};

use crate::args::Keys;
use crate::endpoint_const::integer;
use crate::return_type::is_optional_stream;
use crate::runtime_path::RuntimePath;

/// The type of `response`, the types of `response(...)`, or the marker for a type that is inferred.
pub(crate) struct Wire<'a> {
    pub(crate) keys: &'a Keys,
    pub(crate) sig: &'a Signature,
    pub(crate) runtime: &'a RuntimePath,
}

impl Wire<'_> {
    /// Returns whether the type is inferred from the return type.
    pub(crate) fn is_inferred(&self) -> bool {
        self.keys.response.is_none() && self.keys.responses.is_empty() && !is_optional_stream(self.sig)
    }
}

impl ToTokens for Wire<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { keys, sig, runtime } = self;
        match &keys.response {
            _ if !keys.responses.is_empty() => tokens.extend(one_of(keys, runtime)),
            Some(response) => response.to_tokens(tokens),
            None => {
                runtime.to_tokens(tokens);
                <Token![::]>::default().to_tokens(tokens);
                let marker = if is_optional_stream(sig) { "InferredOption" } else { "Inferred" };
                tokens.append(Ident::new(marker, Span::call_site()));
            }
        }
    }
}

/// `OneOf<(Case<200, Report>, (Case<202, Job>, ()))>`, with `OtherCases<T>` for `()` if there is a plain `response`.
fn one_of(keys: &Keys, runtime: &RuntimePath) -> TokenStream {
    let others = keys.response.as_ref().map_or_else(|| quote!(()), |ty| quote!(#runtime::OtherCases<#ty>));
    let cases = keys.responses.iter().rev().filter_map(|case| Some((integer(case.status()?), &case.ty)));
    let cases = cases.fold(others, |rest, (status, ty)| quote!((#runtime::Case<#status, #ty>, #rest)));
    quote!(#runtime::OneOf<#cases>)
}
