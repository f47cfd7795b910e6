//! The body of a request.

use super::docs::sentence;
use super::method::{ArgumentKind, Key};
use super::parameters::Parameters;
use super::responses::others;
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
    let Some(media) = preferred(&body.contents) else {
        omitted.push(Problem::new(&body.cursor.place, "the body has no media type"));
        return Ok(None);
    };
    if matches!(operation.method.as_str(), "GET" | "HEAD") {
        let problem = Problem::new(&body.cursor.place, format!("a `{}` request has no body", operation.method));
        if body.is_required {
            return Err(problem);
        }
        omitted.push(problem);
        return Ok(None);
    }
    omitted.extend(others(media, &body.contents));
    let mut type_ = |types: &mut Types<'d>, suffix: &str| match media.schema() {
        Some(schema) => match types.type_of(&schema, Direction::Request, &type_name(method, suffix)) {
            Type::Nullable(type_) => {
                omitted.push(Problem::new(&schema.place, "the body is never `null`"));
                *type_
            }
            type_ => type_,
        },
        None => Type::Json,
    };
    let (key, name, kind, default) = if media.is_json() {
        let kind = match type_(types, "Request") {
            Type::List(item) => ArgumentKind::Slice(*item),
            other => ArgumentKind::Value(other),
        };
        ("body", "body", kind, "application/json")
    } else if media.is_form() {
        match type_(types, "Form") {
            type_ @ (Type::Named(_) | Type::Map(_) | Type::Json) => ("form", "form", ArgumentKind::Value(type_), FORM),
            // The text of a form that is encoded already.
            Type::String => ("text", "form", ArgumentKind::Value(Type::String), "text/plain"),
            _ => return Err(Problem::new(&media.cursor.place, "a form is no object")),
        }
    } else if media.is_multipart() || media.essence() == "multipart/related" {
        ("multipart", "form", ArgumentKind::Multipart, "")
    } else if media.is_text() {
        ("text", "text", ArgumentKind::Value(Type::String), "text/plain")
    } else if media.essence().starts_with("multipart/") {
        let message = format!("a body of type `{}` cannot be declared", media.essence());
        return Err(Problem::new(&media.cursor.place, message));
    } else if media.is_lines() && media.schema().is_some() {
        ("stream", "lines", ArgumentKind::Lines(type_(types, "Line")), "application/x-ndjson")
    } else {
        ("stream", "body", ArgumentKind::Stream, "application/octet-stream")
    };
    let essence = media.essence();
    // A parameter, such as a charset, is a part of the media type that the document names.
    if key != "multipart" && media.name.trim() != default && is_media_type(&essence) {
        parameters.keys.push(Key::HeaderValue("Content-Type".to_owned(), media.name.trim().to_owned()));
    }
    let name = parameters.add(name, kind, !body.is_required);
    Ok(Some(Key::Body(key, name)))
}

const FORM: &str = "application/x-www-form-urlencoded";

/// Returns whether it is the name of one media type.
fn is_media_type(essence: &str) -> bool {
    let is_token =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "!#$&-^_.+".contains(c));
    essence.split_once('/').is_some_and(|(type_, subtype)| is_token(type_) && is_token(subtype))
}

/// Returns notes about the parts of a form whose type is opaque.
pub(super) fn notes(operation: &Operation<'_>) -> Vec<String> {
    let media = operation.body.as_ref().and_then(|body| preferred(&body.contents));
    let Some(media) = media.filter(|media| media.essence().starts_with("multipart/")) else { return Vec::new() };
    let mut notes = Vec::new();
    if media.essence() == "multipart/related" {
        notes.push("The body is sent as `multipart/related`: create it by `Multipart::related`.".to_owned());
    }
    let schema = media.schema().and_then(|schema| schema.resolve().ok());
    let Some(schema) = schema else { return notes };
    let required = schema.items_of("required");
    let parts: Vec<String> = schema
        .entries_of("properties")
        .into_iter()
        .map(|(name, part)| {
            let is_required = required.iter().any(|own| own.node.as_str() == Some(name));
            let text = part.text("description").unwrap_or_default().lines().next().unwrap_or_default();
            let note = if is_required { " (required)" } else { "" };
            format!("- `{name}`{note}: {}", sentence(text)).trim_end_matches([':', ' ']).to_owned()
        })
        .collect();
    if !parts.is_empty() {
        notes.push(format!("The parts of the form:\n\n{}", parts.join("\n")));
    }
    notes
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
