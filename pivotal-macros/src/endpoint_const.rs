//! The `Endpoint` constant of a method.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Ident, LitStr, Path, Token};

use crate::args::Body;
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
        let template = LitStr::new(&args.complete, args.literal.span());
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
    let headers: Vec<_> = endpoint.steps.iter().filter_map(header_name).collect();
    let headers = (!headers.is_empty()).then(|| quote!(.headers(&[#(#headers),*])));
    let fields: Vec<_> = endpoint.steps.iter().filter_map(field_name).collect();
    let fields = (!fields.is_empty()).then(|| quote!(.form_fields(&[#(#fields),*])));
    let body = keys.body.as_ref().and_then(Body::complete).map(|parameter| {
        let name = parameter.unraw().to_string();
        quote!(.body(#name))
    });
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
    let options = [headers, fields, body, success, idempotent, without_credentials, timeout, until, api];
    options.into_iter().flatten().reduce(|mut all, option| {
        all.extend(option);
        all
    })
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

/// The field of a form in which a parameter is sent.
fn field_name<'a>(step: &Step<'a>) -> Option<&'a LitStr> {
    match step {
        Step::FormField { name, .. } => Some(name),
        _ => None,
    }
}
