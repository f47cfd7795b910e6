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
}

impl ToTokens for RuntimePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
