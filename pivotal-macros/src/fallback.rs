//! Fallback: what is emitted when something is wrong.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{AttrStyle, Attribute, FnArg, Pat, ReturnType, Safety, Signature, Token, TraitItemFn, Type, parse_quote};

use crate::answer::can_be_given;
use crate::args::EndpointArgs;
use crate::expand::with_body;
use crate::root::Root;
use crate::signature::{is_endpoint, is_shared};

/// The method with the errors as its body: impls of the trait and callers go on compiling, so that one mistake
/// stays one error.
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
/// Where nothing says what the answer is, the first error is its type: callers may then do anything with it. Without errors, the
/// mistake is elsewhere.
pub(crate) fn method(
    mut method: TraitItemFn,
    args: Option<&EndpointArgs>,
    root: &Root,
    errors: Option<syn::Error>,
) -> TokenStream {
    let mut errors = errors.into_iter().flatten().map(|error| error.to_compile_error());
    let response = args.and_then(|args| args.keys.response.as_ref());
    if !can_be_given(args, &method.sig) {
        let ty = unknown(&errors.next().unwrap_or_default());
        method.sig.output = ReturnType::Type(<Token![->]>::default(), Box::new(ty));
    }
    let mut errors: TokenStream = errors.collect();
    if errors.is_empty() {
        errors = unbuildable();
    }
    borrow_transport(&mut method.sig);
    // A pattern is reported already; one that does not fit the type would be refused for that as well.
    for input in &mut method.sig.inputs {
        if let FnArg::Typed(parameter) = input
            && !matches!(*parameter.pat, Pat::Ident(_))
        {
            *parameter.pat = parse_quote!(_);
        }
    }
    // One inside the body goes with it.
    method.attrs.retain(|attribute| matches!(attribute.style, AttrStyle::Outer) && !is_endpoint(attribute));
    // What an endpoint cannot be is reported already; the compiler would say so once more. `unsafe` stays for those
    // who call it so.
    (method.sig.constness, method.sig.abi, method.sig.variadic) = (None, None, None);
    if matches!(method.sig.safety, Safety::Safe(_)) {
        method.sig.safety = Safety::Default;
    }
    let method = with_body(&method.attrs, method.sig, response, errors, root);
    quote! {
        #[allow(unused_variables)]
        #method
    }
}

/// A type that may be any. A `compile_error!` in the place of a type is `()`, but what depends on a length that is an
/// error is one itself, about which the compiler says nothing more.
fn unknown(error: &TokenStream) -> Type {
    Type::Verbatim(quote!(<[(); { #error }] as ::core::iter::IntoIterator>::Item))
}

/// Makes `&self` of whatever is in its place: with a body, the compiler would ask for more than without, and of
/// callers as well.
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

/// A method in which the compiler found an error of its own before, and which is given a body here: without one, each
/// impl would be blamed.
///
/// Input:
/// ```text
/// async fn customer(&self, id: &str = "42") -> Result<Customer, Error>;
/// ```
pub(crate) fn unreadable(item: &TokenStream) -> Option<TokenStream> {
    let split = |input: ParseStream<'_>| Ok((input.call(Attribute::parse_outer)?, input.parse::<TokenStream>()?));
    let (mut attributes, declared) = split.parse2(item.clone()).ok()?;
    attributes.retain(|attribute| !is_endpoint(attribute));
    let mut tokens: Vec<TokenTree> = declared.into_iter().collect();
    let declares_function =
        |pair: &[TokenTree]| matches!(pair, [TokenTree::Ident(word), TokenTree::Ident(_)] if word == "fn");
    let is_function = tokens.windows(2).any(declares_function);
    let has_body = matches!(tokens.last(), Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace);
    // A `;` may be what is missing.
    tokens.pop_if(|last| matches!(last, TokenTree::Punct(end) if end.as_char() == ';'));
    let body = unbuildable();
    (is_function && !has_body).then(|| {
        quote! {
            #[allow(async_fn_in_trait, unused_variables)]
            #(#attributes)*
            #(#tokens)* { #body }
        }
    })
}

/// A body of any type, for a mistake that is reported elsewhere. Should that not be so, a call still fails to build.
fn unbuildable() -> TokenStream {
    quote!(const { ::core::panic!("`#[endpoint]` cannot write this method") })
}

/// What is no method, as it was, beside the error.
pub(crate) fn item(item: &TokenStream, error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#item #error)
}
