//! The `Endpoint` constant of a method.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Ident, LitStr, Path, Token};

use crate::args::{Body, BodyKind, Case, Keys};
use crate::editor::place_of_errors;
use crate::http_method::HttpMethod;
use crate::model::{Endpoint, Step};
use crate::runtime_path::RuntimePath;

/// The call after `Endpoint::`: `new(Method::DELETE, "/api/v1/customers/<id>", "delete_customer").body("customer")`, or
/// `custom("PURGE", ...)` for a method in quotes.
///
/// It is emitted twice, in the method and in `ENDPOINTS`.
pub(crate) struct EndpointConst {
    constructor: Ident,
    arguments: Group,
    options: Option<TokenStream>,
}

impl EndpointConst {
    pub(crate) fn new(endpoint: &Endpoint<'_>, name: &Ident, runtime: &RuntimePath) -> Self {
        let args = endpoint.args;
        let template = if args.complete == args.written {
            args.literal.clone()
        } else {
            LitStr::new(&args.complete, args.literal.span())
        };
        let operation = match &args.keys.operation {
            Some(operation) => operation.value(),
            None => name.unraw().to_string(),
        };
        let (constructor, arguments) = match &args.http_method {
            HttpMethod::Standard(name) => ("new", quote!(#runtime::Method::#name, #template, #operation)),
            HttpMethod::Custom(name) => ("custom", quote!(#name, #template, #operation)),
        };
        Self {
            constructor: Ident::new(constructor, Span::call_site()),
            arguments: Group::new(Delimiter::Parenthesis, arguments),
            options: options(endpoint),
        }
    }
}

impl ToTokens for EndpointConst {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.constructor.to_tokens(tokens);
        self.arguments.to_tokens(tokens);
        self.options.to_tokens(tokens);
    }
}

/// `.body("customer")`, or `None` without options, since an empty stream costs as much as one with tokens.
fn options(endpoint: &Endpoint<'_>) -> Option<TokenStream> {
    let keys = &endpoint.args.keys;
    let headers = names(endpoint, header_name).map(|names| quote!(.headers(&[#(#names),*])));
    let fixed_headers = names(endpoint, fixed_header_name).map(|names| quote!(.fixed_headers(&[#(#names),*])));
    let has_map = endpoint.steps.iter().any(|step| matches!(step, Step::Headers(_)));
    let header_map = has_map.then(|| quote!(.header_map()));
    let content_type = endpoint.steps.iter().find_map(fixed_content_type);
    let content_type = content_type.map(|value| quote!(.with_content_type(#value)));
    let fields = names(endpoint, field_name).map(|names| quote!(.form_fields(&[#(#names),*])));
    let fixed_fields = names(endpoint, fixed_field_name).map(|names| quote!(.fixed_form_fields(&[#(#names),*])));
    let body = keys.body.as_ref().and_then(|part| body(part, has_other_format(keys)));
    let success = keys.successes();
    let success = (!success.is_empty()).then(|| {
        let (first, last): (Vec<_>, Vec<_>) =
            success.iter().map(|range| (integer(*range.start()), integer(*range.end()))).unzip();
        quote!(.success(&[#(#first..=#last),*]))
    });
    let idempotent = keys.idempotent.is_some().then(|| quote!(.idempotent()));
    let without_credentials = keys.is_without_credentials().then(|| quote!(.without_credentials()));
    let timeout = keys.timeout.map(|timeout| quote!(.with_timeout(::core::time::Duration::from_millis(#timeout))));
    let until = keys.until.as_ref().map(|marker| quote!(.until(#marker)));
    let api = keys.api.as_ref().map(with_api);
    let typed_statuses = typed_statuses(keys);
    let options = [
        headers,
        fixed_headers,
        header_map,
        content_type,
        fields,
        fixed_fields,
        body,
        success,
        typed_statuses,
        idempotent,
        without_credentials,
        timeout,
        until,
        api,
    ];
    options.into_iter().flatten().reduce(|mut all, option| {
        all.extend(option);
        all
    })
}

/// Returns whether a body is written in a format of another name than `Json`.
fn has_other_format(keys: &Keys) -> bool {
    let name = keys.format.as_ref().and_then(|format| format.path.segments.last());
    name.is_some_and(|last| last.ident != "Json")
}

/// `.body("customer")`, or `.text("note")`; `None` for a form of single fields.
fn body(body: &Body, has_format: bool) -> Option<TokenStream> {
    let name = body.complete()?.unraw().to_string();
    Some(match body.kind {
        BodyKind::Json if has_format => quote!(.formatted_body(#name)),
        BodyKind::Json => quote!(.body(#name)),
        BodyKind::Form => quote!(.form(#name)),
        BodyKind::Multipart => quote!(.multipart(#name)),
        BodyKind::Text => quote!(.text(#name)),
        BodyKind::Bytes => quote!(.bytes(#name)),
        BodyKind::Stream => quote!(.stream(#name)),
    })
}

/// `.with_typed_statuses(&[202, 404])`, without the statuses of the trait.
fn typed_statuses(keys: &Keys) -> Option<TokenStream> {
    let cases = keys.responses.iter().chain(keys.own_errors());
    let statuses: Vec<_> = cases.filter_map(Case::status).map(integer).collect();
    (!statuses.is_empty()).then(|| quote!(.with_typed_statuses(&[#(#statuses),*])))
}

/// The names of some steps; `None` if there are none.
fn names<'a>(endpoint: &Endpoint<'a>, name: fn(&Step<'a>) -> Option<&'a LitStr>) -> Option<Vec<&'a LitStr>> {
    let names: Vec<_> = endpoint.steps.iter().filter_map(name).collect();
    (!names.is_empty()).then_some(names)
}

/// `200`, without the suffix `u16`.
pub(crate) fn integer(status: u16) -> Literal {
    Literal::u16_unsuffixed(status)
}

/// `.with_api(&GITHUB)`, with the span of the path, so that the error for another type points there.
fn with_api(api: &Path) -> TokenStream {
    let span = api.segments.first().map_or_else(Span::call_site, |first| place_of_errors(first.ident.span()));
    let and = Token![&](span);
    quote_spanned!(span=> .with_api(#and #api))
}

/// The header in which a parameter is sent.
fn header_name<'a>(step: &Step<'a>) -> Option<&'a LitStr> {
    match step {
        Step::Header { name, .. } => Some(name),
        _ => None,
    }
}

/// The header with a fixed value.
fn fixed_header_name<'a>(step: &Step<'a>) -> Option<&'a LitStr> {
    match step {
        Step::HeaderLiteral { name, .. } if !is_content_type(name) => Some(name),
        _ => None,
    }
}

/// The value of `header("Content-Type") = "value"`.
fn fixed_content_type<'a>(step: &Step<'a>) -> Option<&'a LitStr> {
    match step {
        Step::HeaderLiteral { name, value } if is_content_type(name) => Some(value),
        _ => None,
    }
}

fn is_content_type(name: &LitStr) -> bool {
    name.value().eq_ignore_ascii_case("content-type")
}

/// The field of a form with a fixed value.
fn fixed_field_name<'a>(step: &Step<'a>) -> Option<&'a LitStr> {
    match step {
        Step::FormLiteral { name, .. } => Some(name),
        _ => None,
    }
}

/// The field of a form in which a parameter is sent.
fn field_name<'a>(step: &Step<'a>) -> Option<&'a LitStr> {
    match step {
        Step::FormField { name, .. } => Some(name),
        _ => None,
    }
}
