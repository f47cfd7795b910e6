//! Checks the return type as far as its tokens show it, and finds the span for errors about it. The compiler checks its
//! meaning.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Path, PathArguments, ReturnType, Signature, TraitItemFn, Type, TypePath};

use crate::args::{EndpointArgs, Keys};
use crate::diagnostics::Diagnostics;
use crate::signature::{caret, first_type, ungrouped};

/// Checks the types of the response and of errors, as far as their tokens show them.
pub(crate) fn check(args: &EndpointArgs, method: &TraitItemFn, problems: &mut Diagnostics) {
    response_type_is_given(args, method, problems);
    type_can_be_known(&method.sig, problems);
    types_are_owned(args, &method.sig, problems);
    error_body_is_owned(&args.keys, problems);
}

//     #[endpoint(GET, "/customers/<id>")]
//     async fn customer(&self, id: &str);
//
fn response_type_is_given(args: &EndpointArgs, method: &TraitItemFn, problems: &mut Diagnostics) {
    let returns_nothing = matches!(method.sig.output, ReturnType::Default) && method.sig.asyncness.is_some();
    // A key that could not be read may be `response`.
    if returns_nothing && args.keys.response.is_none() && args.keys.complete {
        problems
            .error(&method.sig.ident, "missing response type; return `Result<Type, Error>`, or add `response = Type`");
    }
}

//     #[endpoint(GET, "/customers/<id>")]
//     fn customer(&self, id: &str) -> impl Future<Output = Result<Customer, Error>>;
//
fn type_can_be_known(sig: &Signature, problems: &mut Diagnostics) {
    if let ReturnType::Type(_, ty) = &sig.output
        && has_impl(ty)
    {
        // A future of its own is what `async` is for; elsewhere, as in a `Result`, it is the type that is missing.
        let is_future = sig.asyncness.is_none() && matches!(ungrouped(ty), Type::ImplTrait(_));
        let fix = if is_future { "`async fn`, and the output of the future as the return type" } else { "the type" };
        problems.error(ty, format!("an endpoint cannot return `impl Trait`; write {fix}"));
    }
}

/// Returns whether a method with this return type can be written, though it sends nothing: callers still compile then.
pub(crate) fn can_be_given(args: Option<&EndpointArgs>, sig: &Signature) -> bool {
    match &sig.output {
        ReturnType::Type(_, ty) => !value(ty).is_some_and(is_unsized) && (sig.asyncness.is_none() || !has_impl(ty)),
        ReturnType::Default => {
            let response = args.and_then(|args| args.keys.response.as_ref());
            sig.asyncness.is_some() && response.is_some_and(|response| !is_unsized(response))
        }
    }
}

fn has_impl(ty: &Type) -> bool {
    match ty {
        Type::Path(TypePath { qself: None, path, .. }) => {
            path.segments.iter().any(|segment| match &segment.arguments {
                PathArguments::None => false,
                PathArguments::AngleBracketed(arguments) => arguments.args.iter().any(|argument| match argument {
                    GenericArgument::Type(ty) => has_impl(ty),
                    other => mentions_impl(other.to_token_stream()),
                }),
                PathArguments::Parenthesized(_) => mentions_impl(segment.to_token_stream()),
            })
        }
        Type::Reference(reference) => has_impl(&reference.elem),
        _ => mentions_impl(ty.to_token_stream()),
    }
}

fn mentions_impl(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "impl",
        TokenTree::Group(group) => mentions_impl(group.stream()),
        _ => false,
    })
}

//     #[endpoint(GET, "/customers/<id>/name")]
//     async fn name(&self, id: &str) -> Result<&str, Error>;
//
//     #[endpoint(GET, "/customers", response = [Customer])]
//     async fn customers(&self);
//
// The body is dropped when the method returns.
fn types_are_owned(args: &EndpointArgs, sig: &Signature, problems: &mut Diagnostics) {
    let returned = match &sig.output {
        ReturnType::Type(_, ty) => value(ty),
        ReturnType::Default => None,
    };
    // One error is enough if both types borrow.
    let response = args.keys.response.as_ref().and_then(unowned).or_else(|| returned.and_then(unowned));
    if let Some(borrowed) = response {
        problems.error(borrowed, format!("response types must be owned; {}", owned(borrowed)));
    }
}

//     #[endpoint(GET, "/customers/<id>", error = &str)]
//     #[endpoints(error = &str)]
//
pub(crate) fn error_body_is_owned(keys: &Keys, problems: &mut Diagnostics) -> bool {
    let Some(borrowed) = keys.error.as_ref().and_then(unowned) else { return true };
    problems.error(borrowed, format!("error types must be owned; {}", owned(borrowed)));
    false
}

/// The fix for a type that is not owned.
fn owned(borrowed: &Type) -> &'static str {
    let held = match ungrouped(borrowed) {
        Type::Reference(reference) => &*reference.elem,
        held => held,
    };
    match held {
        Type::Path(path) if path.path.is_ident("str") => "write `String`",
        Type::Slice(_) => "write a `Vec`",
        _ => "write the type without `&`",
    }
}

/// The part of a type that is not owned: all of an unsized type, or the first reference.
fn unowned(ty: &Type) -> Option<&Type> {
    if is_unsized(ty) { Some(ty) } else { borrowed(ty) }
}

/// `str` or `[Customer]`
fn is_unsized(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Slice(_) => true,
        Type::Path(path) => path.path.is_ident("str"),
        _ => false,
    }
}

/// The first reference in a type.
fn borrowed(ty: &Type) -> Option<&Type> {
    match ungrouped(ty) {
        Type::Reference(_) => Some(ty),
        Type::Path(path) => types(&path.path).find_map(borrowed),
        Type::Tuple(tuple) => tuple.elems.iter().find_map(borrowed),
        Type::Array(array) => borrowed(&array.elem),
        _ => None,
    }
}

/// The span for errors about the return type: `T` of `Result<T, E>`, the page of `Pages`, or else all of it.
pub(crate) fn caret_of_output(sig: &Signature) -> Span {
    let ReturnType::Type(_, ty) = &sig.output else { return Span::call_site() };
    if let Some(value) = value(ty) {
        return caret(value);
    }
    match ungrouped(ty) {
        Type::Path(path) if sig.asyncness.is_none() => types(&path.path).last().map_or_else(|| caret(ty), caret),
        _ => caret(ty),
    }
}

/// Returns whether the return type is written as a `Result`.
pub(crate) fn shows_result(output: &ReturnType) -> bool {
    matches!(output, ReturnType::Type(_, ty) if value(ty).is_some())
}

/// `T` of `Result<T, E>`.
fn value(ty: &Type) -> Option<&Type> {
    match ungrouped(ty) {
        Type::Path(path) => {
            path.path.segments.last().filter(|last| last.ident == "Result").and_then(|last| first_type(&last.arguments))
        }
        _ => None,
    }
}

/// The types between the `<` and `>` of a path.
fn types(path: &Path) -> impl Iterator<Item = &Type> {
    let arguments = path.segments.last().and_then(|last| match &last.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    });
    arguments.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
