//! Expands `#[endpoint]`: writes the method with its body, or reports what is wrong.
//!
//! - On an error, the method is written nevertheless. Otherwise each impl and each call would be an error of its own.
//! - A type that can lack a bound has the span of the user's type, and one expression depends on the bound: two would be two
//!   errors. So `RequestBuilder::send` returns a type that names neither the transport nor the response.
//! - Paths are absolute, there are no local variables, and the `static` has a block of its own. So no name of the user's is shadowed.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, ItemTrait, Meta, ReturnType, Token, TraitItemFn, TypePath};

use crate::args::{Arguments, BodyKind, Keys};
use crate::configurations::Conditions;
use crate::defaults::Defaults;
use crate::editor::{place_of_errors, uses_of_names};
use crate::endpoint_const::{EndpointConst, integer};
use crate::endpoints::is_import_only;
use crate::fallback;
use crate::method_body::with_body;
use crate::model::{Endpoint, Step};
use crate::parse_item::parse_visible_method;
use crate::parsed_method::ParsedMethod;
use crate::request_line::add_request_line;
use crate::return_type::{check_body_is_possible, output_error_span, shows_result};
use crate::runtime_path::RuntimePath;
use crate::signature::{Conversion, Parameter, error_span, is_free_function};
use crate::validate::{check_configurations, check_parameters_sent, check_path_types, check_value_types};
use crate::wire::Wire;

/// Expands `#[endpoint(args)] item`.
pub(crate) fn endpoint(args: TokenStream, item: &TokenStream) -> TokenStream {
    if is_import_only(&args) {
        return TokenStream::new();
    }
    let defaults = Defaults::none();
    match syn::parse2(item.clone()) {
        Ok(method) if !is_free_function(&method) => {
            let parsed = ParsedMethod::parse(Arguments::Expanded(args), method, false, &defaults.keys);
            Expansion::new(parsed, &defaults).method
        }
        _ => rejected_method(item, &defaults.runtime).unwrap_or_else(|| fallback::item(item, &not_a_method(item))),
    }
}

/// Writes a method that is not allowed in a trait, or cannot be read at all.
pub(crate) fn rejected_method(item: &TokenStream, runtime: &RuntimePath) -> Option<TokenStream> {
    let Some((visibility, method)) = parse_visible_method(item) else { return fallback::unreadable_method(item) };
    if method.sig.receiver().is_none() {
        let error = syn::Error::new(Span::call_site(), ON_A_METHOD).to_compile_error();
        return Some(fallback::function(&method, &visibility, &error));
    }
    let message = "an endpoint is a method of a trait, which is as visible as the trait; remove this";
    Some(fallback::method(method, None, runtime, Some(syn::Error::new_spanned(visibility, message))))
}

/// A method, and its endpoint if the declaration is valid.
pub(crate) struct Expansion {
    pub(crate) method: TokenStream,
    /// With `cfg` on parameters, there is one for each configuration, with its `cfg`.
    pub(crate) endpoints: Vec<(Option<Meta>, EndpointConst)>,
}

impl Expansion {
    /// Resolves the names of a method, and writes its body.
    pub(crate) fn new(mut parsed: ParsedMethod, defaults: &Defaults) -> Self {
        if let Some(args) = &mut parsed.args {
            if parsed.diagnostics.count() == 0 {
                check_body_is_possible(args, &parsed.item.sig, defaults, &mut parsed.diagnostics);
            }
            defaults.apply(args, &parsed.item.sig);
        }
        let conditions = parsed.parameters.as_deref().map(Conditions::of).filter(|conditions| !conditions.is_empty());
        let Some(conditions) = conditions else { return Self::resolved(parsed, defaults) };
        let configurations: Vec<_> = conditions
            .configurations()
            .map(|configuration| (configuration.cfg(), parsed.within(&configuration)))
            .collect();
        // All rules apply to the declaration with all of its parameters.
        let complete = Self::resolved(parsed, defaults);
        if complete.endpoints.is_empty() {
            return complete;
        }
        let (mut method, mut endpoints) = (TokenStream::new(), Vec::new());
        for (cfg, parsed) in configurations {
            let expansion = Self::resolved(parsed, defaults);
            method.extend(expansion.method);
            endpoints.extend(expansion.endpoints.into_iter().map(|(_, endpoint)| (Some(cfg.clone()), endpoint)));
        }
        Self { method, endpoints }
    }

    /// Writes the body of a method whose arguments contain the defaults.
    fn resolved(parsed: ParsedMethod, defaults: &Defaults) -> Self {
        let ParsedMethod { item, args, parameters, mut diagnostics, lacks_parameter } = parsed;
        let own_runtime = args.as_ref().and_then(|args| args.keys.runtime.as_ref()).map(RuntimePath::from_key);
        let runtime = own_runtime.as_ref().unwrap_or(&defaults.runtime);
        let endpoint = match (&args, &parameters) {
            (Some(args), Some(parameters)) if !lacks_parameter => {
                Endpoint::new(args, parameters, &item.sig.generics, &mut diagnostics)
            }
            _ => None,
        };
        if let Some(endpoint) = &endpoint {
            check_path_types(endpoint, &mut diagnostics);
            check_configurations(endpoint, &mut diagnostics);
            if diagnostics.count() == 0 {
                check_value_types(endpoint, &item.sig.generics, &mut diagnostics);
            }
            // A method without `self` is reported, and its first parameter can be the transport.
            if !defaults.is_rejected && item.sig.receiver().is_some() {
                check_parameters_sent(endpoint, &mut diagnostics);
            }
        }
        match (endpoint, diagnostics.finish()) {
            (Some(endpoint), Ok(())) if defaults.is_transport_known => {
                let constant = EndpointConst::new(&endpoint, &item.sig.ident, runtime);
                let mut method = expand(&endpoint, item, &constant, runtime);
                if defaults.is_rejected {
                    // The rejected argument can be the only one that sends some parameter.
                    method = quote!(#[allow(unused_variables)] #method);
                }
                Self { method, endpoints: vec![(None, constant)] }
            }
            (_, errors) => {
                let method = fallback::method(item, args.as_ref(), runtime, errors.err());
                Self { method, endpoints: Vec::new() }
            }
        }
    }
}

/// The message for another item.
const ON_A_METHOD: &str = "`#[endpoint]` belongs on a method of a trait; put it above an `async fn` in the trait";

fn not_a_method(item: &TokenStream) -> syn::Error {
    if let Ok(function) = syn::parse2::<ItemFn>(item.clone()) {
        return syn::Error::new(function.sig.ident.span(), ON_A_METHOD);
    }
    let message = match syn::parse2::<ItemTrait>(item.clone()) {
        Ok(_) => "`#[endpoint]` belongs on a method of this trait; on the trait itself, write `#[endpoints]`",
        Err(_) => ON_A_METHOD,
    };
    // At the attribute, since the item can be long.
    syn::Error::new(Span::call_site(), message)
}

/// Input:
/// ```text
/// #[endpoint(DELETE, "/api/v1/customers/<id>", response = Deleted)]
/// async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
/// ```
/// Output:
/// ```text
/// /// `DELETE /api/v1/customers/<id>`
/// fn delete_customer(&self, id: &str) -> Call<'_, Result<Deleted, Error>> {
///     RequestBuilder::new({
///         static ENDPOINT: Endpoint = Endpoint::new(Method::DELETE, "/api/v1/customers/<id>", "delete_customer");
///         &ENDPOINT
///     })
///     .literal("/api/v1/customers/")
///     .segment("id", id)
///     .send_as::<Deleted, _>(self)
/// }
/// ```
/// The static has a block of its own, so that its name shadows nothing of the user's.
fn expand(
    endpoint: &Endpoint<'_>,
    mut method: TraitItemFn,
    constant: &EndpointConst,
    runtime: &RuntimePath,
) -> TokenStream {
    let uses_of_names = uses_of_names(endpoint.args);
    let conversions = endpoint.parameters.iter().filter_map(conversion);
    let (names, arguments): (Vec<_>, Vec<_>) = endpoint.steps.iter().map(builder_call).unzip();
    let keys = &endpoint.args.keys;
    let errors = errors_call(keys, runtime);
    let this = method.sig.receiver().map(|receiver| receiver.self_token);
    let name = place_of_errors(method.sig.ident.span());
    let start = runtime.at(name);
    let mut body = quote! {
        #uses_of_names
        #(#conversions)*
        #start::RequestBuilder::new({
            static ENDPOINT: #runtime::Endpoint = #runtime::Endpoint::#constant;
            &ENDPOINT
        })
        #(.#names #arguments)*
        #errors
    };
    send_call(endpoint, &method, runtime, &mut body);
    let mut transport = Group::new(Delimiter::Parenthesis, quote!(#this));
    transport.set_span(Span::call_site().located_at(name));
    body.append(transport);
    add_request_line(endpoint.args, &mut method.attrs);
    with_body(&method.attrs, method.sig, keys.only_response(), body, runtime)
}

/// Writes `.send` or `.send_as::<Deleted, _>` or, for a method that is not `async`, `.deliver` or `.deliver_as::<Deleted, _, _>`. With `until`, only events can be
/// returned. Types of single statuses can be others, too.
///
/// It has the span of the type that the body is read into, so that errors about the types point there. If the return
/// type is not written as a `Result`, or is made of several types, errors point at it instead. An error about the
/// transport points at `self`.
fn send_call(endpoint: &Endpoint<'_>, method: &TraitItemFn, runtime: &RuntimePath, tokens: &mut TokenStream) {
    let output = &method.sig.output;
    let keys = &endpoint.args.keys;
    let span = match keys.only_response() {
        Some(ty) if matches!(output, ReturnType::Default) => error_span(ty),
        Some(ty) if keys.responses.is_empty() && shows_result(output) => error_span(ty),
        _ => output_error_span(&method.sig),
    };
    let span = place_of_errors(span);
    let wire = Wire { keys, sig: &method.sig, runtime };
    let reads_events = keys.until.is_some() && keys.responses.is_empty();
    let (name, inferred) = match (method.sig.asyncness.is_some(), reads_events) {
        (true, false) if wire.is_inferred() => ("send", 0),
        (true, false) => ("send_as", 1),
        (true, true) => ("send_events", 1),
        (false, false) if wire.is_inferred() => ("deliver", 0),
        (false, false) => ("deliver_as", 2),
        (false, true) => ("deliver_events", 2),
    };
    // A stream of their own would be copied.
    Token![.](span).to_tokens(tokens);
    tokens.append(Ident::new(name, span));
    if inferred == 0 {
        return;
    }
    Token![::](span).to_tokens(tokens);
    Token![<](span).to_tokens(tokens);
    wire.to_tokens(tokens);
    for _ in 0..inferred {
        Token![,](span).to_tokens(tokens);
        Token![_](span).to_tokens(tokens);
    }
    Token![>](span).to_tokens(tokens);
}

/// `let id = Into::into(id);`
///
/// The compiler finds the type in the bound. Repeated here, an unknown type would be reported twice.
fn conversion(parameter: &Parameter) -> Option<TokenStream> {
    let ident = &parameter.ident;
    Some(match parameter.conversion.as_ref()? {
        Conversion::Into => quote!(let #ident = ::core::convert::Into::into(#ident);),
        Conversion::AsRef => quote!(let #ident = ::core::convert::AsRef::as_ref(&#ident);),
    })
}

/// The method of `RequestBuilder` for a step, and its arguments in parentheses.
fn builder_call<'a>(step: &Step<'a>) -> (BuilderMethod<'a>, Group) {
    let name = step.parameter().map(Parameter::name);
    let value = step.parameter().map(Parameter::reference);
    let (method, arguments) = match step {
        Step::Url(_) => ("url", quote!(#name, #value)),
        Step::Literal(text) => ("literal", quote!(#text)),
        Step::Segment(_) => ("segment", quote!(#name, #value)),
        Step::Part(_) => ("part", quote!(#name, #value)),
        Step::Segments(_) => ("segments", quote!(#name, #value)),
        Step::QueryLiteral(text) => ("query_literal", quote!(#text)),
        Step::Query { key, .. } => ("query", quote!(#name, #key, #value)),
        Step::QueryStyled { key, style, .. } => match style.separator() {
            Some(separator) => ("query_joined", quote!(#name, #key, #separator, #value)),
            None => ("query_json", quote!(#name, #key, #value)),
        },
        Step::QueryFields(_) => ("query_fields", quote!(#name, #value)),
        Step::QueryFieldsIn { prefix, .. } => ("query_fields_in", quote!(#name, #prefix, #value)),
        Step::HeaderLiteral { name: header, value } => {
            let header = header.value().to_ascii_lowercase();
            ("header_literal", quote!(#header, #value))
        }
        Step::Header { name: header, .. } => {
            let header = header.value().to_ascii_lowercase();
            ("header", quote!(#name, #header, #value))
        }
        Step::Headers(_) => ("headers", quote!(#name, #value)),
        Step::Body { kind, value: parameter } => {
            let owned = parameter.value();
            match kind {
                BodyKind::Json => ("json", quote!(#name, #value)),
                BodyKind::Form => ("form", quote!(#name, #value)),
                BodyKind::Multipart => ("multipart", quote!(#name, #owned)),
                BodyKind::Text => ("text", quote!(#name, #value)),
                BodyKind::Bytes => ("bytes", quote!(#name, #value)),
                BodyKind::Stream => ("stream", quote!(#name, #owned)),
            }
        }
        Step::FormLiteral { name: field, value } => ("form_literal", quote!(#field, #value)),
        Step::FormField { name: field, .. } => ("form_field", quote!(#name, #field, #value)),
        Step::Format(_) => ("format", TokenStream::new()),
        Step::FormattedBody(_) => ("body", quote!(#name, #value)),
    };
    let format = match step {
        Step::Format(format) => Some(*format),
        _ => None,
    };
    // An error about the format points at its type.
    let span = match format.and_then(|format| format.path.segments.last()) {
        Some(last) => place_of_errors(last.ident.span()),
        None => Span::call_site(),
    };
    let method = BuilderMethod { name: Ident::new(method, span), format };
    (method, Group::new(Delimiter::Parenthesis, arguments))
}

/// `segment` or `format::<Xml>`
struct BuilderMethod<'a> {
    name: Ident,
    format: Option<&'a TypePath>,
}

impl ToTokens for BuilderMethod<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
        if let Some(format) = self.format {
            tokens.extend(quote!(::<#format>));
        }
    }
}

/// `.error::<Problem>()` or, with a type for some status, `.errors(const { &ErrorTypes::new(...) })`
fn errors_call(keys: &Keys, runtime: &RuntimePath) -> Option<TokenStream> {
    if keys.errors.is_empty() {
        return keys.error.as_ref().map(|ty| quote_spanned!(place_of_errors(ty.span())=> .error::<#ty>()));
    }
    let format = keys.format.as_ref().map_or_else(|| quote!(#runtime::Json), ToTokens::to_token_stream);
    let cases = keys.errors.iter().filter_map(|case| {
        let (status, ty) = (integer(case.status()?), &case.ty);
        let place = place_of_errors(error_span(ty));
        let new = if keys.format.is_some() {
            quote_spanned!(place=> new::<#format, #ty>(#status))
        } else {
            quote_spanned!(place=> json::<#ty>(#status))
        };
        Some(quote!(#runtime::ErrorCase::#new))
    });
    let others = |ty| quote_spanned!(place_of_errors(error_span(ty))=> .others::<#format, #ty>());
    let others = keys.error.as_ref().map(others);
    Some(quote!(.errors(const { &#runtime::ErrorTypes::new(const { &[#(#cases),*] }) #others })))
}

#[cfg(test)]
mod tests;
