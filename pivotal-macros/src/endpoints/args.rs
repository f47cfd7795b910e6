//! Parses the arguments of `#[endpoints(...)]`.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Path};

use super::CommonPath;
use crate::args::{Keys, Scope, equals, error_at, expected, expected_in_trait, no_quotes, read_all};
use crate::diagnostics::Diagnostics;

/// `"/api/v1", error = Problem, transport = DynTransport`
#[derive(Default)]
pub(super) struct EndpointsArgs {
    /// The common path, in front of every template, or what is wrong with it.
    pub(super) common_path: Option<(LitStr, Result<CommonPath, String>)>,
    /// The defaults of the methods.
    pub(super) keys: Keys,
    pub(super) transport: Option<Path>,
}

impl EndpointsArgs {
    /// Reads the arguments.
    pub(super) fn parse(tokens: TokenStream, problems: &mut Diagnostics) -> Self {
        let mut args = Self::default();
        let read = |input: ParseStream<'_>| {
            args.keys.complete = read_all(input, problems, |input, _| args.parse_argument(input));
            Ok(())
        };
        let result = read.parse2(tokens);
        problems.take(result);
        args
    }

    fn parse_argument(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if input.peek(LitStr) {
            let literal: LitStr = input.parse()?;
            if self.common_path.is_some() {
                return Err(syn::Error::new_spanned(literal, "a trait has one common path; keep one of them"));
            }
            let common_path = CommonPath::parse(&literal);
            self.common_path = Some((literal, common_path));
            return Ok(());
        }
        let Ok(key) = input.call(Ident::parse_any) else {
            return Err(error_at(input, expected_in_trait()));
        };
        if key == "transport" {
            self.parse_transport(&key, input)
        } else {
            self.keys.parse_pair(key, Scope::Trait, input)
        }
    }

    fn parse_transport(&mut self, key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let example = "`transport = DynTransport` or another trait";
        self.keys.once(key)?;
        equals(key, example, input)?;
        no_quotes(key, example, input)?;
        let path = input.call(Path::parse_mod_style);
        self.transport = Some(path.map_err(|error| expected(example, key, input.is_empty(), &error))?);
        Ok(())
    }
}
