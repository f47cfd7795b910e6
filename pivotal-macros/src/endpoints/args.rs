//! Parses the arguments of `#[endpoints(...)]`.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Path};

use crate::args::{Key, Keys, Scope, parse_equals, parse_pairs, parse_value};
use crate::common_path::CommonPath;
use crate::diagnostics::Diagnostics;

/// `"/api/v1", error = Problem, transport = DynTransport`
#[derive(Default)]
pub(super) struct EndpointsArgs {
    /// The common path in front of every template, or its error.
    pub(super) common_path: Option<(LitStr, Result<CommonPath, String>)>,
    /// The defaults of the methods.
    pub(super) keys: Keys,
    pub(super) transport: Option<Path>,
}

impl EndpointsArgs {
    /// Reads the arguments.
    pub(super) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Self {
        let mut args = Self::default();
        let read = |input: ParseStream<'_>| {
            args.keys.is_complete = parse_pairs(input, diagnostics, |input| args.parse_argument(input));
            Ok(())
        };
        let result = read.parse2(tokens);
        diagnostics.report(result);
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
        let (key, span) = Key::parse(Scope::Trait, input)?;
        if key == Key::Transport {
            self.keys.check_first(key, span)?;
            parse_equals(key, span, input)?;
            self.transport = Some(parse_value(key, span, input, Path::parse_mod_style)?);
            return Ok(());
        }
        self.keys.parse_pair(key, span, Scope::Trait, input)
    }
}
