//! The pipeline, and its last stage: the method with its body. Nothing here can fail.

use std::mem::replace;

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, ItemTrait, Lifetime, ReceiverKind, ReturnType, Signature, Token, TraitItemFn, Type};

use crate::answer::{caret_of_output, shows_result};
use crate::args::Arguments;
use crate::declaration::Declaration;
use crate::defaults::Defaults;
use crate::fallback;
use crate::item::{parse_method, parse_visible_method};
use crate::model::{Endpoint, Part};
use crate::parsed_method::ParsedMethod;
use crate::root::Root;
use crate::signature::{Conversion, Parameter, caret, is_free_function};
use crate::validate;

/// `#[endpoint(args)] item`
pub(crate) fn endpoint(args: TokenStream, item: &TokenStream) -> TokenStream {
    let defaults = Defaults::none();
    match parse_method(item) {
        Ok(method) if !is_free_function(&method) => {
            Expansion::new(ParsedMethod::parse(Arguments::Expanded(args), method, false, &defaults), &defaults).method
        }
        _ => refused_method(item, &defaults.root).unwrap_or_else(|| fallback::item(item, &not_a_method(item))),
    }
}

/// What is emitted for a method that cannot stand in a trait, or not be read at all.
pub(crate) fn refused_method(item: &TokenStream, root: &Root) -> Option<TokenStream> {
    let Some((visibility, method)) = parse_visible_method(item) else { return fallback::unreadable(item) };
    let message = "a method of a trait is as visible as the trait; remove this";
    Some(fallback::method(method, None, root, Some(syn::Error::new_spanned(visibility, message))))
}

/// A method, and the endpoint that it declares, if nothing is wrong with it.
pub(crate) struct Expansion {
    pub(crate) method: TokenStream,
    pub(crate) declaration: Option<Declaration>,
}

impl Expansion {
    /// Resolves the names of a method, and writes its body.
    pub(crate) fn new(parsed: ParsedMethod, defaults: &Defaults) -> Self {
        let ParsedMethod { item, mut args, parameters, mut problems, lacks_parameter } = parsed;
        if let Some(args) = &mut args {
            args.inherit(defaults);
        }
        let named = args.as_ref().and_then(|args| args.keys.root.as_ref()).map(Root::at);
        let root = named.as_ref().unwrap_or(&defaults.root);
        let endpoint = match (&args, &parameters) {
            (Some(args), Some(parameters)) if !lacks_parameter => Endpoint::new(args, parameters, &mut problems),
            _ => None,
        };
        if let Some(endpoint) = &endpoint
            && !defaults.is_rejected
        {
            validate::every_parameter_is_sent_once(endpoint, &mut problems);
        }
        match (endpoint, problems.finish()) {
            (Some(endpoint), Ok(())) if defaults.transport_is_known => {
                let declaration = Declaration::new(&endpoint, &item.sig.ident, root);
                Self { method: expand(&endpoint, &item, &declaration, root), declaration: Some(declaration) }
            }
            (_, errors) => {
                let method = fallback::method(item, args.as_ref(), root, errors.err());
                Self { method, declaration: None }
            }
        }
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

/// Input:
/// ```text
/// #[endpoint(DELETE, "/api/v1/customers/<id>", response = Deleted)]
/// async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
/// ```
/// Output:
/// ```text
/// fn delete_customer(&self, id: &str) -> Call<'_, Result<Deleted, Error>> {
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
fn expand(endpoint: &Endpoint<'_>, method: &TraitItemFn, declaration: &Declaration, root: &Root) -> TokenStream {
    let conversions = endpoint.parameters.iter().filter_map(convert);
    let (steps, values): (Vec<_>, Vec<_>) = endpoint.parts.iter().map(step).unzip();
    let error = endpoint.args.keys.error.as_ref().map(|ty| quote_spanned!(ty.span()=> .error::<#ty>()));
    let this = method.sig.receiver().map(|receiver| receiver.self_token);
    let mut body = quote! {
        #(#conversions)*
        #root::RequestBuilder::new({
            static ENDPOINT: #root::Endpoint = #root::Endpoint::new #declaration;
            &ENDPOINT
        })
        #(.#steps #values)*
        #error
    };
    body.extend(finish(endpoint, method, root));
    body.append(Group::new(Delimiter::Parenthesis, quote!(#this)));
    with_body(&method.attrs, method.sig.clone(), endpoint.args.keys.response.as_ref(), body, root)
}

/// A method with its body. An `async` one returns a `Call`, which borrows the transport only.
pub(crate) fn with_body(
    attributes: &[Attribute],
    mut sig: Signature,
    response: Option<&Type>,
    body: TokenStream,
    root: &Root,
) -> TokenStream {
    let body = Group::new(Delimiter::Brace, body);
    if sig.asyncness.take().is_none() {
        return quote!(#(#attributes)* #sig #body);
    }
    let lifetime = transport_lifetime(&sig);
    let output = Output { written: replace(&mut sig.output, ReturnType::Default), response, root };
    let where_clause = sig.generics.where_clause.take();
    quote! {
        #(#attributes)*
        #sig -> #root::Call<#lifetime, #output> #where_clause #body
    }
}

/// `'a` of `&'a self`, else `'_`.
fn transport_lifetime(sig: &Signature) -> Lifetime {
    let written = sig.receiver().and_then(|receiver| match &receiver.kind {
        ReceiverKind::Reference(_, lifetime, None) => lifetime.clone(),
        _ => None,
    });
    written.unwrap_or_else(|| Lifetime::new("'_", Span::call_site()))
}

/// `.send::<Deleted, _>` or, for a method that is not `async`, `.deliver::<Deleted, _, _>`.
///
/// It is spanned on the type that the answer is read into: that is where an error about the types points. Where no
/// `Result` is to be seen, that type is not the first that may be wrong. An error about the transport points at `self`.
fn finish(endpoint: &Endpoint<'_>, method: &TraitItemFn, root: &Root) -> TokenStream {
    let output = &method.sig.output;
    let response = endpoint.args.keys.response.as_ref();
    let span = match response {
        Some(wire) if shows_result(output) || matches!(output, ReturnType::Default) => caret(wire),
        _ => caret_of_output(&method.sig),
    };
    let declared = response.is_none().then_some(Declared(root));
    if method.sig.asyncness.is_some() {
        quote_spanned!(span=> .send::<#response #declared, _>)
    } else {
        quote_spanned!(span=> .deliver::<#response #declared, _, _>)
    }
}

/// `::pivotal_runtime::__private::Declared`: what stands for the answer where the method alone says what it is.
struct Declared<'a>(&'a Root);

impl ToTokens for Declared<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
        <Token![::]>::default().to_tokens(tokens);
        tokens.append(Ident::new("Declared", Span::call_site()));
    }
}

/// What awaiting the method gives: the declared type or, where none is, `Result<response, Error>`.
struct Output<'a> {
    written: ReturnType,
    response: Option<&'a Type>,
    root: &'a Root,
}

impl ToTokens for Output<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let root = self.root;
        match (&self.written, self.response) {
            (ReturnType::Type(_, ty), _) => ty.to_tokens(tokens),
            (ReturnType::Default, Some(response)) => {
                tokens.extend(quote!(::core::result::Result<#response, #root::Error>));
            }
            (ReturnType::Default, None) => tokens.extend(quote!(())),
        }
    }
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

/// One call in the chain that builds the request: its name, and its values in parentheses.
fn step(part: &Part<'_>) -> (Ident, Group) {
    let name = part.parameter().map(Parameter::name);
    let value = part.parameter().map(Parameter::reference);
    let (step, values) = match part {
        Part::Literal(text) => ("literal", quote!(#text)),
        Part::Segment(_) => ("segment", quote!(#name, #value)),
        Part::Rest(_) => ("segments", quote!(#name, #value)),
        Part::QueryLiteral(text) => ("query_literal", quote!(#text)),
        Part::Query { key, .. } => ("query", quote!(#name, #key, #value)),
        Part::QueryFields(_) => ("query_fields", quote!(#name, #value)),
        Part::HeaderLiteral { name: header, value } => {
            let header = header.value().to_ascii_lowercase();
            ("header_literal", quote!(#header, #value))
        }
        Part::Header { name: header, .. } => {
            let header = header.value().to_ascii_lowercase();
            ("header", quote!(#name, #header, #value))
        }
        Part::Headers(_) => ("headers", quote!(#name, #value)),
        Part::Body { key, value: parameter } => {
            let owned = parameter.value();
            match key.to_string().as_str() {
                "form" => ("form", quote!(#name, #value)),
                "multipart" => ("multipart", quote!(#name, #owned)),
                "text" => ("text", quote!(#name, #value)),
                "bytes" => ("bytes", quote!(#value)),
                "stream" => ("stream", quote!(#owned)),
                // "body", the only one that is left.
                _ => ("json", quote!(#name, #value)),
            }
        }
    };
    (Ident::new(step, Span::call_site()), Group::new(Delimiter::Parenthesis, values))
}

#[cfg(test)]
mod tests;
