//! Parses the arguments of `#[endpoints(...)]`.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Path};

use crate::args::{API_EXAMPLE, equals, error_at, expected, no_quotes, parse_api, read_all};
use crate::diagnostics::Diagnostics;
use crate::near_miss::nearest;
use crate::template::Template;
use crate::validate::runtime_is_found_from_anywhere;

const KEYS: [&str; 3] = ["api", "transport", "crate"];

const EXPECTED: &str = "expected the common path in quotes, `api`, `transport` or `crate`";

/// `"/api/v1", transport = DynTransport`
#[derive(Default)]
pub(super) struct EndpointsArgs {
    /// The common path, in front of every template.
    pub(super) prefix: Option<String>,
    pub(super) prefix_is_refused: bool,
    pub(super) api: Option<Path>,
    pub(super) transport: Option<Path>,
    pub(super) root: Option<Path>,
    /// Whether every argument could be read.
    pub(super) complete: bool,
    /// The arguments so far, to find repeated ones: keys, and `""` for the prefix.
    given: Vec<String>,
}

impl EndpointsArgs {
    /// Reads the arguments.
    pub(super) fn parse(tokens: TokenStream, problems: &mut Diagnostics) -> Self {
        let mut args = Self::default();
        let read = |input: ParseStream<'_>| {
            args.complete = read_all(input, problems, |input, problems| args.parse_argument(input, problems));
            Ok(())
        };
        let result = read.parse2(tokens);
        problems.take(result);
        if let Some(root) = &args.root {
            runtime_is_found_from_anywhere(root, problems);
        }
        args
    }

    fn parse_argument(&mut self, input: ParseStream<'_>, problems: &mut Diagnostics) -> syn::Result<()> {
        if input.peek(LitStr) {
            let literal: LitStr = input.parse()?;
            if !self.is_first("") {
                return Err(syn::Error::new_spanned(literal, "a trait has one common path; keep one of them"));
            }
            let before = problems.count();
            self.prefix = Some(prefix(&literal, problems));
            self.prefix_is_refused = problems.count() > before;
            return Ok(());
        }
        let Ok(key) = input.call(Ident::parse_any) else {
            return Err(error_at(input, EXPECTED));
        };
        let name = key.to_string();
        if !KEYS.contains(&name.as_str()) {
            let fix =
                nearest(&name, KEYS).map_or_else(|| EXPECTED.to_owned(), |candidate| format!("write `{candidate}`"));
            return Err(syn::Error::new_spanned(key, format!("unknown key `{name}`; {fix}")));
        }
        if !self.is_first(&name) {
            return Err(syn::Error::new_spanned(key, format!("`{name}` is given twice; keep one of them")));
        }
        if name == "api" {
            equals(&key, API_EXAMPLE, input)?;
            self.api = Some(parse_api(&key, input)?);
            return Ok(());
        }
        let (example, value) = match name.as_str() {
            "crate" => ("`crate = ::path::to::pivotal_runtime`", &mut self.root),
            _ => ("`transport = DynTransport` or another trait", &mut self.transport),
        };
        equals(&key, example, input)?;
        no_quotes(&key, example, input)?;
        let path = input.call(Path::parse_mod_style);
        let path = path.map_err(|error| expected(example, &key, input.is_empty(), &error))?;
        *value = Some(path);
        Ok(())
    }

    fn is_first(&mut self, name: &str) -> bool {
        let is_first = !self.given.iter().any(|given| given == name);
        self.given.push(name.to_owned());
        is_first
    }
}

/// The common path. In place of an invalid one, a path that any template can follow.
fn prefix(literal: &LitStr, problems: &mut Diagnostics) -> String {
    match Template::parse(&literal.value()) {
        Ok(template) if template.is_prefix() => return literal.value(),
        Ok(_) => problems.error(
            literal,
            "the common path is sent as written before the others; write it without placeholders, `?` or `/` at its end",
        ),
        Err(error) => problems.error(literal, error),
    }
    "/".to_owned()
}
