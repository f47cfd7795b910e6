//! Checks the return type by its tokens, and finds the span for errors about it. The compiler checks its traits.

mod bounds;
mod no_body;
mod shape;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Path, PathArguments, ReturnType, Signature, TraitItemFn, Type, TypePath};

pub(crate) use self::bounds::check_parameter_is_read;
pub(crate) use self::no_body::check_body_is_possible;
use self::shape::check_shape;
use crate::args::{EndpointArgs, Keys, compact};
use crate::diagnostics::Diagnostics;
use crate::signature::{error_span, first_type, ungrouped};

/// Checks the types of responses and errors by their tokens.
pub(crate) fn check_types(args: &EndpointArgs, method: &TraitItemFn, trait_keys: &Keys, diagnostics: &mut Diagnostics) {
    check_response_type_given(args, method, diagnostics);
    check_no_impl_trait(&method.sig, diagnostics);
    check_response_is_body(args, diagnostics);
    check_response_owned(args, &method.sig, diagnostics);
    check_error_types_owned(&args.keys, diagnostics);
    check_none_is_no_error(&args.keys, &method.sig, trait_keys, diagnostics);
    check_shape(&args.keys, &method.sig, diagnostics);
    check_parameter_is_read(&method.sig, &method.sig.generics, diagnostics);
}

//     #[endpoint(GET, "/customers/<id>")]
//     async fn customer(&self, id: &str);
//
//     #[endpoint(POST, "/reports", response(200) = Report, response(202) = Job)]
//     async fn report(&self);
//
fn check_response_type_given(args: &EndpointArgs, method: &TraitItemFn, diagnostics: &mut Diagnostics) {
    let returns_nothing = matches!(method.sig.output, ReturnType::Default) && method.sig.asyncness.is_some();
    // A key that could not be read can be `response`.
    if returns_nothing && args.keys.only_response().is_none() && args.keys.is_complete {
        let message = if args.keys.responses.is_empty() {
            "missing response type; return `Result<Type, Error>`, or add `response = Type`"
        } else {
            "missing return type for several responses; return `Result<Type, Error>`, where `Type` implements `From` for each"
        };
        diagnostics.missing(&method.sig.ident, message);
    }
}

//     #[endpoint(GET, "/customers/<id>")]
//     fn customer(&self, id: &str) -> impl Future<Output = Result<Customer, Error>>;
//
fn check_no_impl_trait(sig: &Signature, diagnostics: &mut Diagnostics) {
    if let ReturnType::Type(_, ty) = &sig.output
        && has_impl(ty)
    {
        // A future becomes `async fn`. Elsewhere, as in a `Result`, a type is missing.
        let is_impl = sig.asyncness.is_none() && matches!(ungrouped(ty), Type::ImplTrait(_));
        let is_future = is_impl && compact(ty.to_token_stream()).contains("Future");
        let fix = if is_future { "`async fn`, and the output of the future as the return type" } else { "the type" };
        diagnostics.error(ty, format!("an endpoint cannot return `impl Trait`; write {fix}"));
    }
}

/// Returns whether a method with this return type compiles with errors as its body.
pub(crate) fn is_usable_output(args: Option<&EndpointArgs>, sig: &Signature) -> bool {
    match &sig.output {
        ReturnType::Type(_, ty) => !ok_type(ty).is_some_and(is_unsized) && (sig.asyncness.is_none() || !has_impl(ty)),
        ReturnType::Default => {
            let response = args.and_then(|args| args.keys.only_response());
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

//     #[endpoint(GET, "/customers/<id>", response = Result<Customer, Error>)]
//
fn check_response_is_body(args: &EndpointArgs, diagnostics: &mut Diagnostics) {
    for response in args.keys.response.iter().chain(args.keys.responses.iter().map(|case| &case.ty)) {
        if let Some(value) = ok_type(response) {
            let (value, written) = (compact(value.to_token_stream()), compact(response.to_token_stream()));
            let message = format!("`response` is the type of the body; write `{value}` for `{written}`");
            diagnostics.error(response, message);
        }
    }
}

//     #[endpoint(GET, "/customers/<id>/name")]
//     async fn name(&self, id: &str) -> Result<&str, Error>;
//
//     #[endpoint(GET, "/customers", response = [Customer])]
//     async fn customers(&self);
//
// The body is dropped when the method returns.
fn check_response_owned(args: &EndpointArgs, sig: &Signature, diagnostics: &mut Diagnostics) {
    let returned = match &sig.output {
        ReturnType::Type(_, ty) => ok_type(ty),
        ReturnType::Default => None,
    };
    let responses = args.keys.response.iter().chain(args.keys.responses.iter().map(|case| &case.ty));
    let mut borrowed: Vec<_> = responses.filter_map(unowned).collect();
    if borrowed.is_empty() {
        // If both types borrow, one error is enough.
        borrowed.extend(returned.and_then(unowned));
    }
    for borrowed in borrowed {
        diagnostics.error(borrowed, format!("response types must be owned; {}", owned_type(borrowed)));
    }
}

//     #[endpoint(GET, "/customers/<id>", error = &str)]
//     #[endpoints(error = &str)]
//
pub(crate) fn check_error_types_owned(keys: &Keys, diagnostics: &mut Diagnostics) -> bool {
    let before = diagnostics.count();
    let errors = keys.error.iter().chain(keys.errors.iter().map(|case| &case.ty));
    for borrowed in errors.filter_map(unowned) {
        diagnostics.error(borrowed, format!("error types must be owned; {}", owned_type(borrowed)));
    }
    diagnostics.count() == before
}

//     #[endpoint(GET, "/customers/<id>", error(404) = Missing)]
//     async fn customer(&self, id: &str) -> Result<Option<Customer>, Error>;
//
fn check_none_is_no_error(keys: &Keys, sig: &Signature, trait_keys: &Keys, diagnostics: &mut Diagnostics) {
    if let Some(case) = keys.errors.iter().find(|case| case.status() == Some(404))
        && is_none_on_404(keys, sig)
        && !keys.is_success(404, trait_keys)
    {
        let ty = returned_option(sig).map(|ty| compact(ty.to_token_stream())).unwrap_or_default();
        let message =
            format!("`404` is `None` for this method; write `{ty}` for `Option<{ty}>`, or remove `error(404)`");
        diagnostics.error(&case.literal, message);
    }
}

/// Returns whether a 404 is `None` for a method: it returns an `Option` that does not belong to the body. With types of single
/// statuses, it never is.
pub(crate) fn is_none_on_404(keys: &Keys, sig: &Signature) -> bool {
    let belongs_to_body = keys.response.as_ref().is_some_and(|response| argument(response, "Option").is_some());
    keys.responses.is_empty() && !belongs_to_body && returned_option(sig).is_some()
}

/// Returns whether a method returns an `Option` of a type with the name of a stream, which is inferred in a way of its own.
pub(crate) fn is_optional_stream(sig: &Signature) -> bool {
    returned_option(sig).is_some_and(|ty| match ungrouped(ty) {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| ["Body", "Events", "Lines"].iter().any(|name| last.ident == name)),
        _ => false,
    })
}

/// The type in the `Option` that a method returns, also in a `Response` or a `Conditional`.
fn returned_option(sig: &Signature) -> Option<&Type> {
    let ReturnType::Type(_, ty) = &sig.output else { return None };
    let value = ok_type(ty)?;
    let value = argument(value, "Response").unwrap_or(value);
    argument(argument(value, "Conditional").unwrap_or(value), "Option")
}

/// The fix for a type that is not owned.
fn owned_type(borrowed: &Type) -> String {
    let inner = match ungrouped(borrowed) {
        Type::Reference(reference) => &*reference.elem,
        ty => ty,
    };
    match inner {
        Type::Path(path) if path.path.is_ident("str") => "write `String`".to_owned(),
        Type::Slice(slice) => format!("write `Vec<{}>`", compact(slice.elem.to_token_stream())),
        ty => format!("write `{}`", compact(ty.to_token_stream())),
    }
}

/// The part of a type that is not owned: an unsized type, or the first reference.
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

/// The span for errors about the return type: `T` of `Result<T, E>`, the page of `Pages`, or the type.
pub(crate) fn output_error_span(sig: &Signature) -> Span {
    let ReturnType::Type(_, ty) = &sig.output else { return Span::call_site() };
    if let Some(value) = ok_type(ty) {
        return error_span(value);
    }
    match ungrouped(ty) {
        Type::Path(path) if sig.asyncness.is_none() => {
            types(&path.path).last().map_or_else(|| error_span(ty), error_span)
        }
        _ => error_span(ty),
    }
}

/// Returns whether the return type is written as a `Result`.
pub(crate) fn shows_result(output: &ReturnType) -> bool {
    matches!(output, ReturnType::Type(_, ty) if ok_type(ty).is_some())
}

/// `T` of `Result<T, E>`.
fn ok_type(ty: &Type) -> Option<&Type> {
    argument(ty, "Result")
}

/// The first argument of a type of this name: `T` of `Option<T>`.
fn argument<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    match ungrouped(ty) {
        Type::Path(path) => {
            path.path.segments.last().filter(|last| last.ident == name).and_then(|last| first_type(&last.arguments))
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
