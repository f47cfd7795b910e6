//! Parses the arguments of `#[endpoint(...)]`.

mod body;
mod cases;
mod foreign_key;
mod header;
mod inherit;
mod key;
mod keys;
mod misplaced;
mod pairs;
mod path;
mod source;
mod statuses;
mod timeout;
mod tokens;
mod until;
mod values;

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, MetaList};

pub(crate) use self::body::{Body, BodyPart};
pub(crate) use self::cases::Case;
pub(crate) use self::header::Header;
pub(crate) use self::key::{BodyKind, Key};
pub(crate) use self::keys::{Keys, Scope};
use self::pairs::parse_comma;
pub(crate) use self::pairs::{error_at, parse_equals, parse_pairs, parse_value};
use self::path::{check_method_first, parse_path};
pub(crate) use self::source::complete_value;
pub(crate) use self::statuses::{RangeOperator, Statuses, class, not_a_status, status};
pub(crate) use self::tokens::compact;
pub(crate) use self::values::Auth;
use crate::diagnostics::Diagnostics;
use crate::http_method::HttpMethod;
use crate::template::{Template, TemplateError};

/// `DELETE, "/api/v1/customers/<id>", response = Deleted`
#[derive(Clone)]
pub(crate) struct EndpointArgs {
    pub(crate) http_method: HttpMethod,
    /// The template as written, without the common path.
    pub(crate) literal: LitStr,
    /// The text of the literal.
    pub(crate) written: String,
    /// The text with the common path.
    pub(crate) complete: String,
    /// The parts of the complete text.
    pub(crate) template: Result<Template, TemplateError>,
    pub(crate) keys: Keys,
}

/// The source of the arguments. It determines the span of errors after the last argument: the attribute.
pub(crate) enum Arguments {
    /// The compiler expands the attribute.
    Expanded(TokenStream),
    /// The attribute is in the input of `#[endpoints]`.
    Nested(MetaList),
}

/// The end of messages about missing arguments.
pub(crate) const EXAMPLE: &str = "as in `#[endpoint(GET, \"/customers/<id>\")]`";

impl EndpointArgs {
    /// Reads the arguments. Invalid ones are reported, and the others are read anyway.
    pub(crate) fn parse(
        arguments: Arguments,
        has_path: bool,
        trait_keys: &Keys,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let parser = |input: ParseStream<'_>| parse(input, has_path, trait_keys, diagnostics);
        let result = match arguments {
            Arguments::Expanded(tokens) => parser.parse2(tokens),
            Arguments::Nested(list) => list.parse_args_with(parser),
        };
        diagnostics.report(result).flatten()
    }

    /// Returns whether the template is a URL from the server.
    pub(crate) fn is_url(&self) -> bool {
        self.template.as_ref().is_ok_and(Template::is_url)
    }

    /// The attribute, for the rules of its keys.
    pub(crate) fn scope<'a>(&'a self, trait_keys: &'a Keys) -> Scope<'a> {
        Scope::Method { http_method: &self.http_method, template: &self.written, trait_keys }
    }
}

/// The text of a literal. Without escapes, that is the text between the quotes.
fn text(literal: &LitStr) -> String {
    let token = literal.token().to_string();
    match token.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(text) if !text.contains('\\') => text.to_owned(),
        _ => literal.value(),
    }
}

fn parse(
    input: ParseStream<'_>,
    has_path: bool,
    trait_keys: &Keys,
    diagnostics: &mut Diagnostics,
) -> syn::Result<Option<EndpointArgs>> {
    check_method_first(input)?;
    let before = diagnostics.count();
    let http_method = HttpMethod::parse(input, diagnostics)?;
    parse_comma(input)?;
    if input.is_empty() && diagnostics.count() > before {
        // `DEL`, before the rest is typed.
        return Ok(None);
    }
    let literal = parse_path(input)?;
    let written = text(&literal);
    let template = if has_path { Template::parse_suffix(&written) } else { Template::parse(&written) };
    let scope = Scope::Method { http_method: &http_method, template: &written, trait_keys };
    let keys = Keys::parse(scope, input, diagnostics);
    Ok(Some(EndpointArgs { http_method, literal, complete: written.clone(), written, template, keys }))
}
