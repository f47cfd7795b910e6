//! Every mistake at once.

use std::fmt::Display;

use quote::ToTokens;
use syn::Error;

/// The mistakes found so far, in the order in which they were found.
#[derive(Default)]
#[must_use]
pub(crate) struct Diagnostics(Option<Error>);

impl Diagnostics {
    /// Reports a mistake at the tokens that are wrong: what is wrong; how to mend it.
    pub(crate) fn error(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.push(Error::new_spanned(tokens, message));
    }

    /// The value, or `None` and its error reported.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    fn push(&mut self, error: Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// All of them, if there are any.
    pub(crate) fn finish(self) -> syn::Result<()> {
        self.0.map_or(Ok(()), Err)
    }
}
