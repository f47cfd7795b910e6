//! Parses the arguments of `#[endpoint(...)]`.

mod keys;
mod pairs;
mod values;

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, MetaList, Path};

pub(crate) use self::keys::{Header, Keys};
pub(crate) use self::pairs::{comma, equals, error_at, expected, no_quotes, read_all};
pub(crate) use self::values::{API_EXAMPLE, complete_value, parse_api};
use crate::diagnostics::Diagnostics;
use crate::method;
use crate::template::{Template, TemplateError};

/// `DELETE, "/api/v1/customers/<id>", response = Deleted`
pub(crate) struct EndpointArgs {
    pub(crate) method: Ident,
    pub(crate) template_literal: LitStr,
    /// The template in the source, without the common path.
    pub(crate) written: String,
    pub(crate) template: Result<Template, TemplateError>,
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
    pub(crate) fn parse(written: Arguments, prefix: Option<&str>, problems: &mut Diagnostics) -> Option<Self> {
        let parser = |input: ParseStream<'_>| parse(input, prefix, problems);
        let result = match written {
            Arguments::Expanded(tokens) => parser.parse2(tokens),
            Arguments::Written(list) => list.parse_args_with(parser),
        };
        problems.take(result)
    }
}

fn parse(input: ParseStream<'_>, prefix: Option<&str>, problems: &mut Diagnostics) -> syn::Result<EndpointArgs> {
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
    let mut template_literal: LitStr = input.parse()?;
    let written = template_literal.value();
    // After a common path, a template can be empty or a query only.
    let before = prefix.filter(|_| written.is_empty() || written.starts_with('?')).unwrap_or_default();
    let mut template = Template::parse(&format!("{before}{written}"));
    if before.is_empty() {
        template = template.map(|template| template.behind(prefix.unwrap_or_default()));
    }
    if let Some(prefix) = prefix {
        template_literal = LitStr::new(&format!("{prefix}{written}"), template_literal.span());
    }
    comma(input)?;
    let keys = Keys::parse(&method, input, problems);
    Ok(EndpointArgs { method, template_literal, written, template, keys })
}
