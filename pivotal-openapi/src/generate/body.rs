//! The body of a request.

use super::method::{ArgumentKind, Key};
use super::parameters::Parameters;
use super::type_name;
use crate::contract::{Media, Operation, Problem};
use crate::types::{Direction, Type, Types};

/// Returns the key of the body, and adds its parameter.
pub(super) fn body<'d>(
    operation: &Operation<'d>,
    method: &str,
    types: &mut Types<'d>,
    parameters: &mut Parameters,
    omitted: &mut Vec<Problem>,
) -> Result<Option<Key>, Problem> {
    let Some(body) = &operation.body else { return Ok(None) };
    let Some(media) = preferred(&body.contents) else { return Ok(None) };
    if matches!(operation.method.as_str(), "GET" | "HEAD") {
        let problem = Problem::new(&body.cursor.place, format!("a `{}` request has no body", operation.method));
        if body.is_required {
            return Err(problem);
        }
        omitted.push(problem);
        return Ok(None);
    }
    let is_optional = !body.is_required;
    let type_ = |types: &mut Types<'d>, suffix: &str| match media.schema() {
        Some(schema) => types.type_of(&schema, Direction::Request, &type_name(method, suffix)).non_null().clone(),
        None => Type::Json,
    };
    let essence = media.essence();
    let content_type = |parameters: &mut Parameters, default: &str| {
        let name = media.name.trim();
        // A parameter, such as a charset, is a part of the media type that the document names.
        if name != default && !essence.contains('*') {
            parameters.keys.push(Key::HeaderValue("Content-Type".to_owned(), name.to_owned()));
        }
    };
    let key = if media.is_json() {
        let type_ = type_(types, "Request");
        let kind = match type_ {
            Type::List(item) => ArgumentKind::Slice(*item),
            other => ArgumentKind::Value(other),
        };
        // A list is optional as a slice, so it is required here: an empty one is sent.
        let name = parameters.add("body", kind, is_optional);
        content_type(parameters, "application/json");
        Key::Body("body", name)
    } else if media.is_form() {
        let type_ = type_(types, "Form");
        let name = parameters.add("form", ArgumentKind::Value(type_), is_optional);
        Key::Body("form", name)
    } else if media.is_multipart() {
        let name = parameters.add("form", ArgumentKind::Multipart, is_optional);
        Key::Body("multipart", name)
    } else if media.is_text() {
        let name = parameters.add("text", ArgumentKind::Value(Type::String), is_optional);
        content_type(parameters, "text/plain");
        Key::Body("text", name)
    } else if essence.starts_with("multipart/") {
        return Err(Problem::new(&media.cursor.place, format!("a body of type `{essence}` cannot be declared")));
    } else {
        let name = parameters.add("body", ArgumentKind::Stream, is_optional);
        content_type(parameters, "application/octet-stream");
        Key::Body("stream", name)
    };
    Ok(Some(key))
}

/// Returns the media type that is declared: JSON if possible.
fn preferred<'m, 'd>(contents: &'m [Media<'d>]) -> Option<&'m Media<'d>> {
    let rank = |media: &Media<'_>| match media.essence().as_str() {
        "application/json" => 0,
        _ if media.is_json() => 1,
        _ if media.is_form() => 2,
        _ if media.is_multipart() => 3,
        _ if media.is_text() => 4,
        _ => 5,
    };
    contents.iter().min_by_key(|media| rank(media))
}
