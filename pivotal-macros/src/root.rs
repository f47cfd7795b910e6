//! Where the runtime is found.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::{Ident, Path};

/// `::pivotal_runtime::__private`
///
/// Kept as single tokens: these are cheaper to write out many times than a stream, which the compiler copies each time.
pub(crate) struct Root(Vec<TokenTree>);

impl Root {
    /// By the name of the crate.
    pub(crate) fn of_runtime() -> Self {
        let name = Ident::new("pivotal_runtime", Span::call_site());
        Self(quote!(::#name::__private).into_iter().collect())
    }

    /// By the path that the user names.
    pub(crate) fn at(path: &Path) -> Self {
        // A path to something else is what an error is about.
        let at = path.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
        let private = Ident::new("__private", Span::call_site().located_at(at));
        Self(quote!(#path::#private).into_iter().collect())
    }
}

impl ToTokens for Root {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.0);
    }
}
