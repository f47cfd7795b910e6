//! Collects all mistakes of a declaration.

use std::fmt::Display;

use quote::ToTokens;
use syn::Error;

/// The mistakes found so far.
#[derive(Default)]
#[must_use]
pub(crate) struct Diagnostics(Vec<Error>);

impl Diagnostics {
    /// Reports a mistake at the tokens that are wrong: what is wrong; how to fix it.
    pub(crate) fn error(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.0.push(Error::new_spanned(tokens, message));
    }

    /// The value, or `None` and its error reported.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.0.push(error)).ok()
    }

    /// The number of mistakes.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// All of them in the order of the source, if there are any.
    pub(crate) fn finish(mut self) -> syn::Result<()> {
        self.0.sort_by_key(|error| error.span().start());
        let combined = self.0.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        combined.map_or(Ok(()), Err)
    }
}
