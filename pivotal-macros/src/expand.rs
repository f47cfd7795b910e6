//! The pipeline, and its last stage: the method with its body. Nothing here can fail.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, ItemTrait, Path, ReturnType, Signature, TraitItemFn, Type};

use crate::answer::{self, caret_of_output, shows_result};
use crate::args::EndpointArgs;
use crate::diagnostics::Diagnostics;
use crate::fallback;
use crate::model::{Endpoint, Part};
use crate::signature::{Conversion, Parameter, caret, check_shape, is_free_function, parameters};
use crate::validate;

/// `#[endpoint(args)] item`
pub(crate) fn endpoint(args: TokenStream, item: &TokenStream, surroundings: &Surroundings) -> TokenStream {
    match syn::parse2::<TraitItemFn>(item.clone()) {
        Ok(declared) if !is_free_function(&declared) => method(args, &declared, surroundings).method,
        _ => fallback::item(item, &not_a_method(item)),
    }
}

/// What the attribute does not say itself.
pub(crate) struct Surroundings {
    /// The crate that the runtime is found through.
    pub(crate) crate_name: &'static str,
    /// The path before the template, and where the runtime is, if the trait says so.
    pub(crate) prefix: Option<String>,
    pub(crate) root: Option<Path>,
}

impl Surroundings {
    /// A method without a trait that says more.
    pub(crate) fn of_crate(crate_name: &'static str) -> Self {
        Self { crate_name, prefix: None, root: None }
    }
}

/// A method, and the endpoint that it declares, if nothing is wrong with it.
pub(crate) struct Expansion {
    pub(crate) method: TokenStream,
    pub(crate) declaration: Option<TokenStream>,
}

/// The whole way from a declaration to a method.
pub(crate) fn method(args: TokenStream, method: &TraitItemFn, surroundings: &Surroundings) -> Expansion {
    let mut problems = Diagnostics::default();
    let args = EndpointArgs::parse(args, surroundings.prefix.as_deref(), &mut problems);
    let root = Root::new(args.as_ref().and_then(|args| args.keys.root.as_ref()), surroundings);
    check_shape(method, &mut problems);
    let parameters = parameters(method, &mut problems);
    let endpoint = match (&args, &parameters) {
        (Some(args), Some(parameters)) => Endpoint::new(args, parameters, &mut problems),
        _ => None,
    };
    if let Some(args) = &args {
        validate::arguments(args, &mut problems);
        answer::check(args, method, &mut problems);
    }
    if let Some(endpoint) = &endpoint {
        validate::every_parameter_is_sent_once(endpoint, &mut problems);
    }
    match (endpoint, problems.finish()) {
        (Some(endpoint), Ok(())) => {
            let declaration = declaration(&endpoint, &method.sig.ident, &root);
            Expansion { method: expand(&endpoint, method, &declaration, &root), declaration: Some(declaration) }
        }
        (_, Err(errors)) => {
            Expansion { method: fallback::method(method.clone(), args.as_ref(), &root, &errors), declaration: None }
        }
        // No model without a mistake.
        (None, Ok(())) => Expansion { method: quote!(#method), declaration: None },
    }
}

fn not_a_method(item: &TokenStream) -> syn::Error {
    let message = match syn::parse2::<ItemTrait>(item.clone()) {
        Ok(_) => "`#[endpoint]` belongs on a method of this trait; on the trait itself, write `#[endpoints]`",
        Err(_) => "`#[endpoint]` belongs on a method of a trait; put it above an `async fn` in the trait",
    };
    // At the attribute, since the item may be long.
    syn::Error::new(Span::call_site(), message)
}

/// `::pivotal_runtime::__private`
pub(crate) struct Root(pub(crate) TokenStream);

impl Root {
    /// The path that the method names, or else the trait, or else the crate.
    pub(crate) fn new(named: Option<&Path>, surroundings: &Surroundings) -> Self {
        let root = named.or(surroundings.root.as_ref()).map_or_else(
            || {
                let crate_name = Ident::new(surroundings.crate_name, Span::call_site());
                quote!(::#crate_name)
            },
            ToTokens::to_token_stream,
        );
        Self(quote!(#root::__private))
    }
}

/// Input:
/// ```text
/// #[endpoint(DELETE, "/api/v1/customers/<id>", response = Deleted)]
/// async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
/// ```
/// Output:
/// ```text
/// fn delete_customer(&self, id: &str) -> impl Future<Output = Result<Deleted, Error>> + Send {
///     RequestBuilder::new({
///         static ENDPOINT: Endpoint = Endpoint::new(Method::DELETE, "/api/v1/customers/<id>", "delete_customer");
///         &ENDPOINT
///     })
///     .literal("/api/v1/customers/")
///     .segment("id", id)
///     .send::<Deleted, _>(self)
/// }
/// ```
/// The static stands in a block of its own so that its name can shadow nothing of the user's.
fn expand(endpoint: &Endpoint<'_>, method: &TraitItemFn, declaration: &TokenStream, root: &Root) -> TokenStream {
    let Root(private) = root;
    let attributes = &method.attrs;
    let mut sig = method.sig.clone();
    let is_async = sig.asyncness.take().is_some();
    if is_async {
        let future = future_of(&output(&sig, endpoint.args.keys.response.as_ref(), root));
        sig.output = ReturnType::Type(<syn::Token![->]>::default(), Box::new(Type::Verbatim(future)));
    }
    let conversions = endpoint.parameters.iter().filter_map(convert);
    let steps = endpoint.parts.iter().map(step);
    let error = endpoint.args.keys.error.as_ref().map(|ty| quote_spanned!(ty.span()=> .error::<#ty>()));
    let finish = finish(endpoint, method, private);
    quote! {
        #(#attributes)*
        #sig {
            #(#conversions)*
            #private::RequestBuilder::new({
                static ENDPOINT: #private::Endpoint = #declaration;
                &ENDPOINT
            })
            #(#steps)*
            #error
            #finish
        }
    }
}

/// `.send::<Deleted, _>(self)` or, for a method that is not `async`, `.deliver::<Deleted, _, _>(self)`.
///
/// It is spanned on the type that the answer is read into: that is where an error about the types points. Where no
/// `Result` is to be seen, that type is not the first that may be wrong. An error about the transport points at `self`.
fn finish(endpoint: &Endpoint<'_>, method: &TraitItemFn, private: &TokenStream) -> TokenStream {
    let this = method.sig.receiver().map(|receiver| receiver.self_token);
    let output = &method.sig.output;
    let (span, wire) = match &endpoint.args.keys.response {
        Some(wire) if shows_result(output) || matches!(output, ReturnType::Default) => (caret(wire), quote!(#wire)),
        Some(wire) => (caret_of_output(&method.sig), quote!(#wire)),
        None => (caret_of_output(&method.sig), quote!(#private::Declared)),
    };
    let finish = if method.sig.asyncness.is_some() {
        quote_spanned!(span=> .send::<#wire, _>)
    } else {
        quote_spanned!(span=> .deliver::<#wire, _, _>)
    };
    quote!(#finish(#this))
}

/// What awaiting the method gives: the declared type or, where none is, `Result<response, Error>`.
pub(crate) fn output(sig: &Signature, response: Option<&Type>, Root(private): &Root) -> TokenStream {
    match (&sig.output, response) {
        (ReturnType::Type(_, ty), _) => quote!(#ty),
        (ReturnType::Default, Some(response)) => quote!(::core::result::Result<#response, #private::Error>),
        (ReturnType::Default, None) => quote!(()),
    }
}

/// `async fn` in a trait cannot promise a `Send` future; this can.
pub(crate) fn future_of(output: &TokenStream) -> TokenStream {
    quote!(impl ::core::future::Future<Output = #output> + ::core::marker::Send)
}

/// `let id = Into::into(id);`
///
/// The type is in the bound, where the compiler finds it. Written here once more, one that is not there would be two
/// errors.
fn convert(parameter: &Parameter) -> Option<TokenStream> {
    let ident = &parameter.ident;
    Some(match parameter.conversion.as_ref()? {
        Conversion::Into => quote!(let #ident = ::core::convert::Into::into(#ident);),
        Conversion::AsRef => quote!(let #ident = ::core::convert::AsRef::as_ref(&#ident);),
    })
}

/// `Endpoint::new(Method::DELETE, "/api/v1/customers/<id>", "delete_customer")`
fn declaration(endpoint: &Endpoint<'_>, name: &Ident, Root(private): &Root) -> TokenStream {
    let args = endpoint.args;
    let (method, template) = (&args.method, &args.template_literal);
    let operation = match &args.keys.operation {
        Some(operation) => operation.value(),
        None => name.unraw().to_string(),
    };
    let headers: Vec<_> = endpoint.parts.iter().filter_map(header_name).collect();
    let headers = (!headers.is_empty()).then(|| quote!(.headers(&[#(#headers),*])));
    let body = args.keys.body.as_ref().map(|body| {
        let name = body.parameter.unraw().to_string();
        quote!(.body(#name))
    });
    let success = &args.keys.success;
    let success = (!success.is_empty()).then(|| quote!(.success(&[#(#success),*])));
    let idempotent = args.keys.idempotent.is_some().then(|| quote!(.idempotent()));
    let without_auth = args.keys.no_auth.then(|| quote!(.without_auth()));
    quote!(#private::Endpoint::new(#private::Method::#method, #template, #operation) #headers #body #success #idempotent #without_auth)
}

/// The header that a parameter is sent in.
fn header_name<'a>(part: &Part<'a>) -> Option<&'a syn::LitStr> {
    match part {
        Part::Header { name, .. } => Some(name),
        _ => None,
    }
}

/// One call in the chain that builds the request.
fn step(part: &Part<'_>) -> TokenStream {
    let name = part.parameter().map(Parameter::name);
    let value = part.parameter().map(Parameter::reference);
    match part {
        Part::Literal(text) => quote!(.literal(#text)),
        Part::Segment(_) => quote!(.segment(#name, #value)),
        Part::Rest(_) => quote!(.segments(#name, #value)),
        Part::QueryLiteral(text) => quote!(.query_literal(#text)),
        Part::Query { key, .. } => quote!(.query(#name, #key, #value)),
        Part::QueryFields(_) => quote!(.query_fields(#name, #value)),
        Part::HeaderLiteral { name: header, value } => {
            let header = header.value().to_ascii_lowercase();
            quote!(.header_literal(#header, #value))
        }
        Part::Header { name: header, .. } => {
            let header = header.value().to_ascii_lowercase();
            quote!(.header(#name, #header, #value))
        }
        Part::Headers(_) => quote!(.headers(#name, #value)),
        Part::Body { key, value: parameter } => {
            let owned = parameter.value();
            match key.to_string().as_str() {
                "form" => quote!(.form(#name, #value)),
                "multipart" => quote!(.multipart(#name, #owned)),
                "text" => quote!(.text(#value)),
                "bytes" => quote!(.bytes(#value)),
                "stream" => quote!(.stream(#owned)),
                // "body", the only one that is left.
                _ => quote!(.json(#name, #value)),
            }
        }
    }
}

#[cfg(test)]
mod tests;
