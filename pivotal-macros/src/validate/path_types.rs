//! The rule for types of parameters in a path.

use quote::ToTokens;
use syn::{Type, TypeParamBound};

use crate::args::compact;
use crate::diagnostics::Diagnostics;
use crate::model::{Endpoint, Step};
use crate::signature::{first_type, ungrouped};

//     #[endpoint(GET, "/customers/<id>")]
//     async fn customer(&self, id: Option<u64>) -> Result<Customer, Error>;
//
//     #[endpoint(GET, "<url>")]
//     async fn customer(&self, url: Option<&str>) -> Result<Customer, Error>;
//
//     #[endpoint(GET, "/customers/<ids>")]
//     async fn customers(&self, ids: &[u64]) -> Result<Vec<Customer>, Error>;
//
// A type under another name is left to the compiler.
pub(crate) fn check_path_types(endpoint: &Endpoint<'_>, diagnostics: &mut Diagnostics) {
    for parameter in endpoint.parameters {
        let is_use = |step: &&Step<'_>| step.parameter().is_some_and(|used| std::ptr::eq(used, parameter));
        let Some(suffix) = endpoint.steps.iter().filter(is_use).find_map(path_suffix) else { continue };
        let ty = converted(parameter.ty());
        let (is_optional, is_list) = (is_generic(ty, "Option"), is_list(ty));
        let (is_unit, is_file) = (is_unit(ty), is_written(ty, &["PathBuf", "std::path::PathBuf", "std::path::Path"]));
        if !(is_optional || is_list || is_unit || is_file) {
            continue;
        }
        let name = parameter.name();
        if endpoint.steps.iter().filter(is_use).any(|step| matches!(step, Step::Url(_))) {
            diagnostics.error(ty, format!("`<{name}>` is one URL; write the type of one, such as `&str`"));
        } else if is_unit {
            diagnostics
                .error(ty, format!("`<{name}>` has no value of this type; write one with a value, such as `&str`"));
        } else if is_file {
            diagnostics.error(
                ty,
                "the path of a file has other separators and characters than a URL; write `&str`, and pass it as text",
            );
        } else if is_optional {
            diagnostics.error(
                ty,
                format!(
                    "a segment cannot be left out; declare two methods, one with `<{name}{suffix}>` and one without it"
                ),
            );
        } else if suffix.is_empty() {
            diagnostics.error(
                ty,
                format!(
                    "a segment has one value; write the type of one, or send the list in the query, as in `?<{name}>`"
                ),
            );
        }
    }
}

/// The dots of a placeholder in the path.
fn path_suffix(step: &Step<'_>) -> Option<&'static str> {
    match step {
        Step::Segment(_) | Step::Part(_) | Step::Url(_) => Some(""),
        Step::Segments(_) => Some(".."),
        _ => None,
    }
}

/// The `T` of an `impl Into<T>`, or the type itself.
pub(super) fn converted(ty: &Type) -> &Type {
    let Type::ImplTrait(impl_trait) = ungrouped(ty) else { return ty };
    let into = impl_trait.bounds.iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last().filter(|last| last.ident == "Into"),
        _ => None,
    });
    into.and_then(|into| first_type(&into.arguments)).unwrap_or(ty)
}

/// Returns whether a type is written as a slice, an array or a `Vec`, or as a reference to one.
pub(super) fn is_list(ty: &Type) -> bool {
    matches!(referenced(ty), Type::Slice(_) | Type::Array(_)) || is_generic(ty, "Vec")
}

/// Returns whether a type is written as this one, with a type in angle brackets, or as a reference to it.
pub(super) fn is_generic(ty: &Type, name: &str) -> bool {
    let Type::Path(path) = referenced(ty) else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == name && first_type(&last.arguments).is_some())
}

/// Returns whether a type is written as `()`.
fn is_unit(ty: &Type) -> bool {
    matches!(referenced(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// Returns whether a type is written as one of these, or as a reference to it. A complete path excludes others of its name.
pub(super) fn is_written(ty: &Type, paths: &[&str]) -> bool {
    let Type::Path(path) = referenced(ty) else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    // A comparison with an `Ident` would make a text of it each time.
    let last = last.ident.to_string();
    paths.iter().any(|path| path.ends_with(&last)) && {
        let written = compact(referenced(ty).to_token_stream());
        paths.contains(&written.trim_start_matches("::"))
    }
}

/// Returns whether a type is written as one of these, without type arguments, or as a reference to it.
pub(super) fn is_named(ty: &Type, names: &[&str]) -> bool {
    let Type::Path(path) = referenced(ty) else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    last.arguments.is_none() && names.contains(&last.ident.to_string().as_str())
}

/// The type without references to it.
pub(super) fn referenced(ty: &Type) -> &Type {
    match ungrouped(ty) {
        Type::Reference(reference) => referenced(&reference.elem),
        ty => ty,
    }
}
