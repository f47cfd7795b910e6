//! Parses the arguments of `#[endpoint(...)]`.

mod header;
mod keys;
mod names;
mod pairs;
mod timeout;
mod values;

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, MetaList, Path};

pub(crate) use self::header::Header;
pub(crate) use self::keys::{Keys, Scope, is_2xx};
pub(crate) use self::names::expected_in_trait;
pub(crate) use self::pairs::{comma, equals, error_at, expected, no_quotes, read_all};
pub(crate) use self::values::complete_value;
use crate::defaults::Defaults;
use crate::diagnostics::Diagnostics;
use crate::method;
use crate::template::{Template, TemplateError};

/// `DELETE, "/api/v1/customers/<id>", response = Deleted`
pub(crate) struct EndpointArgs {
    pub(crate) method: Ident,
    /// The template as written, without the common path.
    pub(crate) literal: LitStr,
    /// The text of the literal.
    pub(crate) written: String,
    pub(crate) template: Result<Template, TemplateError>,
    /// The template after the common path.
    pub(crate) text: String,
    pub(crate) keys: Keys,
}

/// The source of the arguments, which determines their end: an error after the last one is at the attribute.
pub(crate) enum Arguments {
    /// The compiler expands the attribute.
    Expanded(TokenStream),
    /// The attribute is inside the input of another one.
    Written(MetaList),
}

const EXAMPLE: &str = "as in `#[endpoint(GET, \"/customers/<id>\")]`";

impl EndpointArgs {
    /// Reads the arguments. Invalid ones are reported, and the others are read anyway.
    pub(crate) fn parse(
        written: Arguments,
        has_path: bool,
        defaults: &Defaults,
        problems: &mut Diagnostics,
    ) -> Option<Self> {
        let parser = |input: ParseStream<'_>| parse(input, has_path, defaults, problems);
        let result = match written {
            Arguments::Expanded(tokens) => parser.parse2(tokens),
            Arguments::Written(list) => list.parse_args_with(parser),
        };
        problems.take(result)
    }

    /// Fills in the defaults of the trait.
    pub(crate) fn inherit(&mut self, defaults: &Defaults) {
        self.keys.inherit(&defaults.keys);
        if let Some(path) = &defaults.common_path
            && let Ok(template) = &mut self.template
        {
            let own = std::mem::take(template);
            (self.text, *template) = path.join(&self.written, own);
        }
    }
}

fn parse(
    input: ParseStream<'_>,
    has_path: bool,
    defaults: &Defaults,
    problems: &mut Diagnostics,
) -> syn::Result<EndpointArgs> {
    if let Ok(literal) = input.fork().parse::<LitStr>() {
        let text = literal.value();
        return Err(if method::is_method(&text) {
            error_at(input, format!("the HTTP method is a plain name; write `{text}` without quotes"))
        } else {
            error_at(input, format!("the HTTP method is missing; put it before the path, {EXAMPLE}"))
        });
    }
    let method = input.call(Path::parse_mod_style).ok().and_then(|path| method::name(&path, problems));
    let Some(method) = method else {
        return Err(error_at(input, format!("name the HTTP method and the path, {EXAMPLE}")));
    };
    comma(input)?;
    if !input.peek(LitStr) {
        return Err(error_at(input, format!("expected the path in quotes, {EXAMPLE}")));
    }
    let literal: LitStr = input.parse()?;
    let written = literal.value();
    let template = if has_path { Template::parse_end(&written) } else { Template::parse(&written) };
    comma(input)?;
    let keys = Keys::parse(&method, &defaults.keys, input, problems);
    Ok(EndpointArgs { method, literal, text: written.clone(), written, template, keys })
}
