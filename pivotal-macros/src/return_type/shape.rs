//! The rules for return types of a wrong shape: pages, futures, and errors in the wrong place.

use quote::ToTokens;
use syn::{AssocType, GenericArgument, PathArguments, ReturnType, Signature, Type, TypeParamBound};

use super::{ok_type, types};
use crate::args::{Keys, compact};
use crate::diagnostics::Diagnostics;
use crate::signature::ungrouped;

/// Checks the shape of a return type by its tokens.
pub(super) fn check_shape(keys: &Keys, sig: &Signature, diagnostics: &mut Diagnostics) {
    let ReturnType::Type(_, ty) = &sig.output else { return };
    let value = ok_type(ty);
    if check_pages(ty, value, sig, diagnostics) {
        check_pages_have_one_type(keys, ty, diagnostics);
    }
    check_no_future(ty, sig, diagnostics);
    if let Some(value) = value {
        check_error(ty, value, diagnostics);
        check_value(value, sig, diagnostics);
    }
}

//     async fn customer(&self) -> Result<http::Response<Customer>, Error>;
//     async fn customer(&self) -> Result<Rc<Customer>, Error>;
//     async fn customer(&self) -> Result<Box<dyn Any>, Error>;
//     async fn customer(&self) -> Result<Named<'_>, Error>;
//
fn check_value(value: &Type, sig: &Signature, diagnostics: &mut Diagnostics) {
    let Type::Path(path) = ungrouped(value) else { return };
    let Some(last) = path.path.segments.last() else { return };
    let inner = types(&path.path).next();
    let fix = || inner.map(|inner| compact(inner.to_token_stream())).unwrap_or_default();
    let is_of_http =
        path.path.segments.len() == 2 && path.path.segments.first().is_some_and(|first| first.ident == "http");
    if is_of_http && last.ident == "Response" {
        let written = compact(value.to_token_stream());
        let message = format!("`{written}` is not read from a response; write `pivotal_runtime::Response<{}>`", fix());
        diagnostics.error(value, message);
    } else if inner.is_some() && sig.asyncness.is_some() && last.ident == "Rc" {
        diagnostics.error(
            value,
            format!(
                "an `Rc` cannot be sent between threads; write `{}` for `{}`",
                fix(),
                compact(value.to_token_stream())
            ),
        );
    } else if inner.is_some_and(is_std_object) {
        diagnostics.error(value, "serde reads no trait object; write the type of the value in it");
    } else if has_elided_lifetime(&last.arguments) && last.ident != "Cow" && !is_pages(value) {
        diagnostics.error(value, "response types must be owned; write a type without `'_`");
    }
}

/// Returns whether a type is `dyn Any`, or another trait of the standard library. `typetag` reads those of the user's.
fn is_std_object(ty: &Type) -> bool {
    let Type::TraitObject(object) = ungrouped(ty) else { return false };
    object.bounds.iter().any(|bound| match bound {
        TypeParamBound::Trait(bound) => {
            let last = bound.path.segments.last();
            last.is_some_and(|last| ["Any", "Debug", "Display", "Error"].iter().any(|name| last.ident == name))
        }
        _ => false,
    })
}

fn has_elided_lifetime(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else { return false };
    arguments.args.iter().any(|argument| matches!(argument, GenericArgument::Lifetime(name) if name.ident == "_"))
}

//     async fn customers(&self) -> Pages<'_, Page>;
//     async fn customers(&self) -> Result<Pages<'_, Page>, Error>;
//     fn customers(&self) -> Result<Pages<'_, Page>, Error>;
//
/// Returns whether the type is `Pages` alone.
fn check_pages(ty: &Type, value: Option<&Type>, sig: &Signature, diagnostics: &mut Diagnostics) -> bool {
    let is_async = sig.asyncness.is_some();
    if let Some(pages) = value.filter(|value| is_pages(value)) {
        let (fix, written) = (compact(pages.to_token_stream()), compact(ty.to_token_stream()));
        if is_async {
            let message = format!(
                "a method that returns `Pages` is not `async`, and each page is a `Result`; remove `async`, and write `{fix}` \
                 for `{written}`"
            );
            diagnostics.error(pages, message);
        } else {
            let message = format!("each page of `Pages` is a `Result`; write `{fix}` for `{written}`");
            diagnostics.error(ty, message);
        }
        return false;
    }
    let is_pages = is_pages(ty);
    if is_pages && is_async {
        diagnostics.error(ty, "a method that returns `Pages` is not `async`; remove `async`");
    }
    is_pages
}

/// Returns whether a type is `Pages<'_, P>`.
fn is_pages(ty: &Type) -> bool {
    let Type::Path(path) = ungrouped(ty) else { return false };
    path.path.segments.last().is_some_and(|last| has_lifetime(&last.arguments) && last.ident == "Pages")
}

fn has_lifetime(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else { return false };
    arguments.args.iter().any(|argument| matches!(argument, GenericArgument::Lifetime(_)))
}

//     #[endpoint(GET, "/customers", response(200) = Page)]
//     fn customers(&self) -> Pages<'_, Page>;
//
//     #[endpoint(GET, "/customers", response = Page)]
//     fn customers(&self) -> Pages<'_, Page>;
//
fn check_pages_have_one_type(keys: &Keys, pages: &Type, diagnostics: &mut Diagnostics) {
    if let Some(case) = keys.responses.first() {
        let status = &case.literal;
        diagnostics.error(status, format!("`Pages` names the type of every page; remove `response({status})`"));
    } else if let (Some(response), Type::Path(path)) = (&keys.response, ungrouped(pages))
        && types(&path.path).last().is_none_or(|page| text(page) != text(response))
    {
        diagnostics.error(response, "`Pages` names the type of every page; remove `response`");
    }
}

//     async fn customer(&self) -> Pin<Box<dyn Future<Output = Result<Customer, Error>> + Send + '_>>;
//
fn check_no_future(ty: &Type, sig: &Signature, diagnostics: &mut Diagnostics) {
    if sig.asyncness.is_some()
        && let Some(output) = output_of_future(ty)
    {
        let output = compact(output.to_token_stream());
        let message = format!("an `async fn` has the output of its future as the return type; write `{output}`");
        diagnostics.error(ty, message);
    }
}

/// The output of `Pin<Box<dyn Future<Output = T>>>`.
fn output_of_future(ty: &Type) -> Option<&Type> {
    match ungrouped(ty) {
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            matches!(last.ident.to_string().as_str(), "Pin" | "Box")
                .then(|| types(&path.path).next())?
                .and_then(output_of_future)
        }
        Type::TraitObject(object) => object.bounds.iter().find_map(|bound| {
            let TypeParamBound::Trait(bound) = bound else { return None };
            let last = bound.path.segments.last().filter(|last| last.ident == "Future")?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::AssocType(AssocType { ident, ty, .. }) if ident == "Output" => Some(ty),
                _ => None,
            })
        }),
        _ => None,
    }
}

//     async fn customer(&self, id: u8) -> Result<Customer, String>;
//     async fn customer(&self, id: u8) -> Result<Error, Customer>;
//
// A type under another name is left to the compiler.
fn check_error(ty: &Type, value: &Type, diagnostics: &mut Diagnostics) {
    let Type::Path(path) = ungrouped(ty) else { return };
    let Some(error) = types(&path.path).nth(1) else { return };
    if is_error(value) && !last_word(error).is_some_and(|name| ERRORS.iter().any(|word| name.contains(word))) {
        let message = format!(
            "the error is the second type of a `Result`; write `Result<{error}, {value}>` for `Result<{value}, {error}>`",
            error = compact(error.to_token_stream()),
            value = compact(value.to_token_stream()),
        );
        diagnostics.error(value, message);
    } else if is_foreign(error) {
        let written = compact(error.to_token_stream());
        let message = format!(
            "`{written}` does not implement `From<pivotal_runtime::Error>`; return `pivotal_runtime::Error`, or an error type of \
             yours that implements it"
        );
        diagnostics.error(error, message);
    }
}

// Without the feature `extra-traits`, `syn` cannot compare types.
fn text(ty: &Type) -> String {
    compact(ty.to_token_stream())
}

/// Words in the names of error types.
const ERRORS: [&str; 7] = ["Err", "Exception", "Fail", "Fault", "Issue", "Problem", "Reason"];

/// Returns whether a type is written as the error of the runtime.
fn is_error(ty: &Type) -> bool {
    is_named(ty, "Error")
        && matches!(text(ty).as_str(), "Error" | "pivotal_runtime::Error" | "::pivotal_runtime::Error")
}

fn is_named(ty: &Type, name: &str) -> bool {
    last_word(ty).is_some_and(|last| last == name)
}

fn last_word(ty: &Type) -> Option<String> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    path.path.segments.last().map(|last| last.ident.to_string())
}

/// Returns whether a type is of the standard library, and cannot implement the conversion.
fn is_foreign(error: &Type) -> bool {
    match ungrouped(error) {
        Type::Tuple(tuple) => tuple.elems.is_empty(),
        Type::Reference(reference) => is_named(&reference.elem, "str"),
        Type::Path(path) if path.path.segments.len() == 1 => is_named(error, "String"),
        Type::Path(path) => {
            let written = compact(path.to_token_stream());
            let written = written.trim_start_matches("::");
            let is_std = ["alloc::", "core::", "std::"].iter().any(|start| written.starts_with(start));
            is_std && (written.ends_with("::String") || written.ends_with("::Error"))
                || matches!(written, "fmt::Error" | "io::Error")
        }
        _ => false,
    }
}
