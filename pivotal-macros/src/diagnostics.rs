//! Collects all mistakes of a declaration.

use std::fmt::Display;

use proc_macro2::Span;
use quote::ToTokens;
use syn::Error;

/// The mistakes found so far.
#[derive(Default)]
#[must_use]
pub(crate) struct Diagnostics {
    wrong: Vec<Error>,
    missing: Vec<Error>,
}

impl Diagnostics {
    /// Reports a mistake at the offending tokens: what is wrong; how to fix it.
    pub(crate) fn error(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.wrong.push(Error::new_spanned(tokens, message));
    }

    /// Reports a part that is missing. Only the first one is shown, and none beside another mistake: most of a declaration is
    /// missing while it is typed.
    pub(crate) fn missing(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.missing.push(Error::new_spanned(tokens, message));
    }

    /// Reports a mistake at a span.
    pub(crate) fn error_at(&mut self, span: Span, message: impl Display) {
        self.wrong.push(Error::new(span, message));
    }

    /// Returns the value, or reports the error.
    pub(crate) fn report<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.wrong.push(error)).ok()
    }

    /// The number of mistakes.
    pub(crate) fn count(&self) -> usize {
        self.wrong.len() + self.missing.len()
    }

    /// Returns the mistakes as one error, in the order of the source.
    pub(crate) fn finish(mut self) -> syn::Result<()> {
        self.wrong.sort_by_key(|error| error.span().start());
        let combined = self.wrong.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        let first_missing = || self.missing.into_iter().min_by_key(|error| error.span().start());
        combined.or_else(first_missing).map_or(Ok(()), Err)
    }
}
