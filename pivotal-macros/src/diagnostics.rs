//! Collects all mistakes of a declaration.

use std::fmt::Display;

use proc_macro2::Span;
use quote::ToTokens;
use syn::Error;

/// The mistakes found so far.
#[derive(Default)]
#[must_use]
pub(crate) struct Diagnostics(Vec<Error>);

impl Diagnostics {
    /// Reports a mistake at the offending tokens: what is wrong; how to fix it.
    pub(crate) fn error(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.0.push(Error::new_spanned(tokens, message));
    }

    /// Reports a mistake at a span.
    pub(crate) fn error_at(&mut self, span: Span, message: impl Display) {
        self.0.push(Error::new(span, message));
    }

    /// Returns the value, or reports the error.
    pub(crate) fn report<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.0.push(error)).ok()
    }

    /// The number of mistakes.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// Returns all mistakes as one error, in the order of the source.
    pub(crate) fn finish(mut self) -> syn::Result<()> {
        self.0.sort_by_key(|error| error.span().start());
        let combined = self.0.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        combined.map_or(Ok(()), Err)
    }
}
