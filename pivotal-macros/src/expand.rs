//! The pipeline, and its last stage: the method with its body. Nothing here can fail.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, ReturnType, Signature, TraitItemFn, Type};

use crate::args::EndpointArgs;
use crate::diagnostics::Diagnostics;
use crate::fallback;
use crate::model::{Endpoint, Part};
use crate::signature::{Conversion, Parameter, check_shape, parameters};
use crate::validate;

/// `#[endpoint(args)] item`, with `crate_name` for the crate that the runtime is found through.
pub(crate) fn endpoint(args: TokenStream, item: &TokenStream, crate_name: &str) -> TokenStream {
    let Ok(method) = syn::parse2::<TraitItemFn>(item.clone()) else {
        return fallback::item(item, &not_a_method());
    };
    let mut problems = Diagnostics::default();
    let args = EndpointArgs::parse(args, &mut problems);
    let root = Root::new(args.as_ref(), crate_name);
    check_shape(&method, &mut problems);
    let parameters = parameters(&method, &mut problems);
    let endpoint = match (&args, &parameters) {
        (Some(args), Some(parameters)) => Endpoint::new(args, &method, parameters, &mut problems),
        _ => None,
    };
    if let Some(args) = &args {
        validate::arguments(args, &mut problems);
    }
    if let Some(endpoint) = &endpoint {
        validate::every_parameter_is_sent_once(endpoint, &mut problems);
    }
    match (endpoint, problems.finish()) {
        (Some(endpoint), Ok(())) => expand(&endpoint, &method, &root),
        (_, Err(errors)) => fallback::method(method, args.as_ref(), &root, &errors),
        // No model without a mistake.
        (None, Ok(())) => quote!(#method),
    }
}

fn not_a_method() -> syn::Error {
    // At the attribute, since the item may be a whole trait.
    syn::Error::new(
        Span::call_site(),
        "`#[endpoint]` belongs on a method of a trait; put it above an `async fn` in the trait",
    )
}

/// `::pivotal_runtime::__private`
pub(crate) struct Root(TokenStream);

impl Root {
    fn new(args: Option<&EndpointArgs>, crate_name: &str) -> Self {
        let renamed = args.and_then(|args| args.keys.root.as_ref());
        let root = renamed.map_or_else(
            || {
                let crate_name = Ident::new(crate_name, Span::call_site());
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
fn expand(endpoint: &Endpoint<'_>, method: &TraitItemFn, root: &Root) -> TokenStream {
    let Root(private) = root;
    let attributes = &method.attrs;
    let mut sig = method.sig.clone();
    let future = future_of(&output(&sig, endpoint.args.keys.response.as_ref(), root));
    sig.asyncness = None;
    sig.output = ReturnType::Default;
    let where_clause = sig.generics.where_clause.take();

    let conversions = endpoint.parameters.iter().filter_map(convert);
    let declaration = declaration(endpoint, &sig.ident, private);
    let steps = endpoint.parts.iter().map(step);
    let this = sig.receiver().map(|receiver| receiver.self_token);
    let wire = endpoint.wire;
    // Spanned on the type that the answer is read into: that is where an error about the types points. One about
    // the transport points at `self`.
    let send = quote_spanned!(wire.span()=> .send::<#wire, _>);
    quote! {
        #(#attributes)*
        #sig -> #future #where_clause {
            #(#conversions)*
            #private::RequestBuilder::new({
                static ENDPOINT: #private::Endpoint = #declaration;
                &ENDPOINT
            })
            #(#steps)*
            #send(#this)
        }
    }
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

/// `let id: Id = Into::into(id);`
fn convert(parameter: &Parameter) -> Option<TokenStream> {
    let ident = &parameter.ident;
    Some(match parameter.conversion.as_ref()? {
        Conversion::Into(ty) => quote!(let #ident: #ty = ::core::convert::Into::into(#ident);),
        Conversion::AsRef(ty) => quote!(let #ident: &#ty = ::core::convert::AsRef::as_ref(&#ident);),
    })
}

/// `Endpoint::new(Method::DELETE, "/api/v1/customers/<id>", "delete_customer")`
fn declaration(endpoint: &Endpoint<'_>, name: &Ident, private: &TokenStream) -> TokenStream {
    let args = endpoint.args;
    let (method, template) = (&args.method, &args.template_literal);
    let operation = match &args.keys.operation {
        Some(operation) => operation.value(),
        None => name.unraw().to_string(),
    };
    let success = &args.keys.success;
    let success = (!success.is_empty()).then(|| quote!(.success(&[#(#success),*])));
    let without_auth = args.keys.no_auth.then(|| quote!(.without_auth()));
    quote!(#private::Endpoint::new(#private::Method::#method, #template, #operation) #success #without_auth)
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
        Part::Json(_) => quote!(.json(#name, #value)),
    }
}

#[cfg(test)]
mod tests;
