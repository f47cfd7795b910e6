//! Writes the items of invalid declarations.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{
    AttrStyle, Attribute, FnArg, Pat, ReturnType, Safety, Signature, Token, TraitItemFn, Type, Visibility, parse_quote,
};

use crate::args::EndpointArgs;
use crate::method_body::with_body;
use crate::return_type::is_usable_output;
use crate::runtime_path::RuntimePath;
use crate::signature::{client_parameter, is_endpoint, is_of_parameter, is_shared};

/// Writes a method whose body is the errors. Its impls and callers still compile, so that one mistake is one error.
///
/// Input:
/// ```text
/// async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
/// ```
/// Output:
/// ```text
/// fn delete_customer(&self, id: &str) -> Call<'_, Result<Deleted, Error>> {
///     compile_error!("...")
/// }
/// ```
/// If the return type is unknown, the first error takes its place, and callers can use the result as any type. Without
/// errors, the mistake is in the trait.
pub(crate) fn method(
    mut method: TraitItemFn,
    args: Option<&EndpointArgs>,
    runtime: &RuntimePath,
    errors: Option<syn::Error>,
) -> TokenStream {
    let mut errors = errors.into_iter().flatten().map(|error| error.to_compile_error());
    let response = args.and_then(|args| args.keys.only_response());
    if !is_usable_output(args, &method.sig) {
        let ty = any_type(&errors.next().unwrap_or_default());
        method.sig.output = ReturnType::Type(<Token![->]>::default(), Box::new(ty));
    }
    let mut errors: TokenStream = errors.collect();
    if errors.is_empty() {
        errors = failing_body();
    }
    if client_parameter(&method.sig).is_some() {
        return function(&method, &Visibility::Inherited, &errors);
    }
    borrow_transport(&mut method.sig);
    // A pattern is reported already. The compiler would check it against its type, too.
    for input in &mut method.sig.inputs {
        if let FnArg::Typed(parameter) = input {
            parameter.attrs.retain(|attribute| !is_of_parameter(attribute));
        }
        if let FnArg::Typed(parameter) = input
            && !matches!(*parameter.pat, Pat::Ident(_))
        {
            *parameter.pat = parse_quote!(_);
        }
    }
    // Inner attributes belong to the body that is replaced.
    method.attrs.retain(|attribute| matches!(attribute.style, AttrStyle::Outer) && !is_endpoint(attribute));
    // These are reported already, and the compiler would report them again. `unsafe` stays for callers with an `unsafe`
    // block.
    (method.sig.constness, method.sig.abi, method.sig.variadic) = (None, None, None);
    if matches!(method.sig.safety, Safety::Safe(_)) {
        method.sig.safety = Safety::Default;
    }
    let method = with_body(&method.attrs, method.sig, response, errors, runtime);
    quote! {
        #[allow(unused_variables)]
        #method
    }
}

/// Writes a function without `self` whose body is the errors. It can be outside of a trait, where `&self` is an error of its own.
pub(crate) fn function(declared: &TraitItemFn, visibility: &Visibility, errors: &TokenStream) -> TokenStream {
    let (attributes, sig) = (declared.attrs.iter().filter(|attribute| !is_endpoint(attribute)), &declared.sig);
    quote! {
        #[allow(async_fn_in_trait, unused_variables)]
        #(#attributes)*
        #visibility #sig { #errors }
    }
}

/// Returns a type that callers can use as any type. A plain `compile_error!` is `()` in the place of a type, but a type
/// that depends on an invalid length is invalid itself, and the compiler reports nothing further about it.
fn any_type(error: &TokenStream) -> Type {
    Type::Verbatim(quote!(<[(); { #error }] as ::core::iter::IntoIterator>::Item))
}

/// Makes the receiver `&self`. The compiler checks another one more strictly in a method with a body, and at each call.
pub(crate) fn borrow_transport(sig: &mut Signature) {
    if sig.receiver().is_some_and(is_shared) {
        return;
    }
    let receiver: FnArg = parse_quote!(&self);
    match sig.inputs.first_mut() {
        Some(first @ FnArg::Receiver(_)) => *first = receiver,
        _ => sig.inputs.insert(0, receiver),
    }
}

/// Adds a body to a method that contains a syntax error, which the compiler reports. Without a body, each impl would be
/// an error, too.
///
/// Input:
/// ```text
/// async fn customer(&self, id: &str = "42") -> Result<Customer, Error>;
/// ```
pub(crate) fn unreadable_method(item: &TokenStream) -> Option<TokenStream> {
    let split = |input: ParseStream<'_>| Ok((input.call(Attribute::parse_outer)?, input.parse::<TokenStream>()?));
    let (mut attributes, declared) = split.parse2(item.clone()).ok()?;
    attributes.retain(|attribute| !is_endpoint(attribute));
    let mut tokens: Vec<TokenTree> = declared.into_iter().collect();
    let declares_function =
        |pair: &[TokenTree]| matches!(pair, [TokenTree::Ident(word), TokenTree::Ident(_)] if word == "fn");
    let is_function = tokens.windows(2).any(declares_function);
    let has_body = matches!(tokens.last(), Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace);
    // The `;` can be missing.
    tokens.pop_if(|last| matches!(last, TokenTree::Punct(end) if end.as_char() == ';'));
    let body = failing_body();
    (is_function && !has_body).then(|| {
        quote! {
            #[allow(async_fn_in_trait, unused_variables)]
            #(#attributes)*
            #(#tokens)* { #body }
        }
    })
}

/// A body of any type, for a mistake that is reported elsewhere. If it is not, calls fail to compile.
fn failing_body() -> TokenStream {
    quote!(const { ::core::panic!("`#[endpoint]` cannot write this method") })
}

/// Keeps an item that is not a method, and adds the error.
pub(crate) fn item(item: &TokenStream, error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#item #error)
}
