//! The path to the runtime.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Ident, Path};

use crate::editor::place_of_errors;

/// `::pivotal_runtime::__private`
///
/// It is a list of tokens, since the compiler copies a stream each time that it is emitted.
pub(crate) struct RuntimePath(Vec<TokenTree>);

impl RuntimePath {
    /// The path by the name of the crate.
    pub(crate) fn by_name() -> Self {
        let name = Ident::new("pivotal_runtime", Span::call_site());
        Self(quote!(::#name::__private).into_iter().collect())
    }

    /// The path in the key `crate`.
    pub(crate) fn from_key(path: &Path) -> Self {
        // If the path is not one to the runtime, the error points at it.
        let span = path.segments.last().map_or_else(Span::call_site, |last| place_of_errors(last.ident.span()));
        let private = Ident::new("__private", Span::call_site().located_at(span));
        Self(quote!(#path::#private).into_iter().collect())
    }

    /// The path at the start of an expression or a type that belongs to the complete method. Errors about it point at this span.
    pub(crate) fn at(&self, place: Span) -> impl ToTokens {
        LocatedPath { path: self, place }
    }
}

impl ToTokens for RuntimePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}

/// A path whose first token, `::` or a name, is in another place, where errors about the path and what follows it begin.
struct LocatedPath<'a> {
    path: &'a RuntimePath,
    place: Span,
}

impl ToTokens for LocatedPath<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (start, rest) = self.path.0.split_at(2.min(self.path.0.len()));
        tokens.extend(start.iter().cloned().map(|mut token| {
            token.set_span(token.span().located_at(self.place));
            token
        }));
        tokens.extend(rest.iter().cloned());
    }
}
