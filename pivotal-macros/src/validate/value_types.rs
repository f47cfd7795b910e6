//! The rules for types of parameters outside of the path.

use quote::ToTokens;
use syn::{Generics, Type};

use super::path_types::{converted, is_generic, is_list, is_named, is_written, referenced};
use crate::args::{BodyKind, compact};
use crate::diagnostics::Diagnostics;
use crate::model::{Endpoint, Step};
use crate::signature::{first_type, is_other_bound, is_unbounded, ungrouped};

/// Types with one value.
const SCALARS: [&str; 17] = [
    "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "String", "u128", "u16", "u32",
    "u64", "u8",
];

/// Types of time that have no text.
const TIMES: [&str; 4] = ["SystemTime", "std::time::SystemTime", "std::time::Duration", "std::time::Instant"];

/// Bodies that a call takes by value.
const OWNED: [&str; 3] = ["Body", "Lines", "Multipart"];

/// Checks that the types of parameters suit their places. A type under another name is left to the compiler, or to serde.
pub(crate) fn check_value_types(endpoint: &Endpoint<'_>, generics: &Generics, diagnostics: &mut Diagnostics) {
    for parameter in endpoint.parameters {
        let is_use = |step: &&Step<'_>| step.parameter().is_some_and(|used| std::ptr::eq(used, parameter));
        let ty = in_option(converted(parameter.ty()));
        let name = parameter.name();
        let message = endpoint.steps.iter().filter(is_use).find_map(|step| {
            let message = wrong_shape(step, ty, &name);
            let unbounded =
                || unbounded(ty, generics).filter(|_| parameter.conversion.is_none() && is_serialized(step));
            message.or_else(unbounded)
        });
        if let Some(message) = message {
            diagnostics.error(ty, message);
        }
    }
}

//     ?<limit..>                  with limit: u32
//     ?<filter>                   with filter: &HashMap<String, String>
//     ?<at>                       with at: SystemTime
//     form = content              with content: &str
//     text = content              with content: Vec<u8>
//     stream = content            with content: &[u8]
//     multipart = form            with form: &Multipart
//     header(..) = headers        with headers: HashMap<String, String>
//
fn wrong_shape(step: &Step<'_>, ty: &Type, name: &str) -> Option<String> {
    let is_map = || is_generic(ty, "HashMap") || is_generic(ty, "BTreeMap");
    match step {
        Step::QueryFields(_) if is_named(ty, &SCALARS) => Some(format!(
            "`<{name}..>` sends the fields of a struct or map; write `<{name}>` for `<{name}..>` to send one value"
        )),
        Step::QueryFieldsIn { prefix, .. } if is_named(ty, &SCALARS) => Some(format!(
            "`{prefix}[<{name}..>]` sends the fields of a struct or map; write `{prefix}=<{name}>` for `{prefix}[<{name}..>]` to send one value"
        )),
        Step::Query { .. } if is_map() => {
            Some(format!("`<{name}>` sends one value; write `<{name}..>` for `<{name}>` to send the entries of a map"))
        }
        Step::Headers(_) if is_map() || is_list(ty) => {
            Some("`header(..)` sends an `http::HeaderMap`; write that type, or a reference to it".to_owned())
        }
        Step::Segment(_) | Step::Part(_) | Step::Query { .. } | Step::Header { .. } | Step::FormField { .. }
            if is_written(ty, &TIMES) =>
        {
            let written = compact(ty.to_token_stream());
            Some(format!(
                "serde has no text for a `{written}`; write a number or `&str`, and pass it in the format of the API"
            ))
        }
        Step::Body { kind: BodyKind::Form, .. } if is_named(ty, &SCALARS) => Some(format!(
            "`form` sends the fields of a struct or map; write `form({name:?}) = {name}` for `form = {name}` to send one field"
        )),
        Step::Body { kind: BodyKind::Text, .. } if is_bytes(ty) => {
            Some(format!("`text` sends the `Display` of a value; write `bytes = {name}` for `text = {name}`"))
        }
        Step::Body { kind: BodyKind::Stream, .. } if is_reference(ty) && (is_bytes(ty) || is_named(ty, &["str"])) => {
            Some(format!("a stream is sent by value; write `bytes = {name}` for `stream = {name}`"))
        }
        Step::Body { kind: BodyKind::Stream | BodyKind::Multipart, .. } if is_reference(ty) && is_named(ty, &OWNED) => {
            let owned = compact(referenced(ty).to_token_stream());
            Some(format!("this body is sent by value; write `{owned}`"))
        }
        _ => None,
    }
}

/// The type in an `Option`, or the type.
fn in_option(ty: &Type) -> &Type {
    match ungrouped(ty) {
        Type::Path(path) => {
            let last = path.path.segments.last().filter(|last| !last.arguments.is_none() && last.ident == "Option");
            last.and_then(|last| first_type(&last.arguments)).unwrap_or(ty)
        }
        _ => ty,
    }
}

/// Returns whether a step writes its value by serde.
fn is_serialized(step: &Step<'_>) -> bool {
    match step {
        Step::Body { kind, .. } => matches!(kind, BodyKind::Json | BodyKind::Form),
        Step::Url(_) | Step::Headers(_) | Step::FormattedBody(_) => false,
        _ => true,
    }
}

//     async fn customer<I>(&self, id: I) -> Result<Customer, Error>;
//     async fn customer(&self, id: impl ToString) -> Result<Customer, Error>;
//
// A bound of the user's own can imply `Serialize`.
fn unbounded(ty: &Type, generics: &Generics) -> Option<String> {
    let fix = match referenced(ty) {
        Type::Path(path) => {
            let name = path.path.get_ident().filter(|name| is_unbounded(name, generics))?;
            format!("`{name}` has no bound for it; add the bound `serde::Serialize` to `{name}`")
        }
        Type::ImplTrait(bounds) if bounds.bounds.iter().all(is_other_bound) => {
            let written = compact(bounds.to_token_stream());
            format!("`{written}` has no bound for it; write `impl serde::Serialize`")
        }
        _ => return None,
    };
    Some(format!("serde writes the value, but {fix}"))
}

/// Returns whether a type is written as bytes.
fn is_bytes(ty: &Type) -> bool {
    compact(referenced(ty).to_token_stream()) == "Vec<u8>" || is_slice_of_bytes(ty) || is_named(ty, &["Bytes"])
}

fn is_reference(ty: &Type) -> bool {
    matches!(ungrouped(ty), Type::Reference(_))
}

fn is_slice_of_bytes(ty: &Type) -> bool {
    match referenced(ty) {
        Type::Slice(slice) => is_named(&slice.elem, &["u8"]),
        Type::Array(array) => is_named(&array.elem, &["u8"]),
        _ => false,
    }
}
