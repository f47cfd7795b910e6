//! The return type of a method.

use super::method::Key;
use super::pagination::{self, Page};
use super::type_name;
use crate::contract::{Media, Operation, Problem, Response, Status};
use crate::types::{Direction, Type, Types};

/// What a method returns.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Returns {
    Value(Type),
    /// The value can be missing: `response = Option<T>`.
    Optional(Type),
    /// Status and headers, for responses without a success.
    Head,
    Events(Type),
    Lines(Type),
    Stream,
    /// Pages with a `Link` header.
    LinkPages(Type),
    /// Pages with a cursor.
    Pages(usize, Page),
    /// An enum of the types of several statuses.
    Several(usize),
}

/// Returns the return type, and the keys that it needs.
pub(super) fn returns<'d>(
    operation: &Operation<'d>,
    method: &str,
    types: &mut Types<'d>,
) -> Result<(Returns, Vec<Key>), Problem> {
    let responses = &operation.responses;
    let mut successes: Vec<&Response<'d>> = responses.iter().filter(|response| response.status.is_success()).collect();
    if operation.method == "HEAD" {
        return Ok((Returns::Value(Type::Unit), Vec::new()));
    }
    if successes.is_empty() {
        let redirects: Vec<u16> = responses
            .iter()
            .filter_map(|response| match response.status {
                Status::Code(code @ (300..=303 | 305..=399)) => Some(code),
                _ => None,
            })
            .collect();
        if !redirects.is_empty() {
            return Ok((Returns::Head, vec![Key::Success(redirects)]));
        }
        successes.extend(responses.iter().filter(|response| response.status == Status::Default));
    }
    let mut bodies: Vec<(Status, Returns)> = Vec::new();
    for response in &successes {
        // The schema of errors describes no success.
        let is_error = response.status == Status::Default && responses.len() > 1;
        let body = if is_error { Returns::Value(Type::Unit) } else { of_response(operation, response, method, types) };
        bodies.push((response.status, body));
    }
    let mut distinct: Vec<Returns> = Vec::new();
    for (_, body) in &bodies {
        if !distinct.contains(body) {
            distinct.push(body.clone());
        }
    }
    let unit = Returns::Value(Type::Unit);
    match distinct.as_slice() {
        [] => Ok((unit, Vec::new())),
        [Returns::Value(Type::Nullable(value))] => {
            let value = (**value).clone();
            Ok((Returns::Optional(value.clone()), vec![Key::ResponseOption(value)]))
        }
        [Returns::Value(value @ Type::Named(id))] => {
            let page = pagination::page(operation, value, types).map(|page| Returns::Pages(*id, page));
            Ok((page.unwrap_or_else(|| Returns::Value(value.clone())), Vec::new()))
        }
        [one] => Ok((one.clone(), Vec::new())),
        // A page is never empty.
        [Returns::LinkPages(item), other] | [other, Returns::LinkPages(item)] if *other == unit => {
            let list = Type::List(Box::new(item.clone()));
            Ok((Returns::Optional(list.clone()), vec![Key::ResponseOption(list)]))
        }
        [Returns::Value(value), other] | [other, Returns::Value(value)] if *other == unit => {
            Ok((Returns::Optional(value.clone()), vec![Key::ResponseOption(value.clone())]))
        }
        _ => several(operation, bodies, method, types),
    }
}

/// Returns an enum with a variant for each type.
fn several<'d>(
    operation: &Operation<'d>,
    bodies: Vec<(Status, Returns)>,
    method: &str,
    types: &mut Types<'d>,
) -> Result<(Returns, Vec<Key>), Problem> {
    let mut cases = Vec::new();
    for (status, body) in bodies {
        match (status, body) {
            (Status::Code(code), Returns::Value(type_)) => cases.push((code, type_)),
            (Status::Code(code), Returns::Stream) => cases.push((code, Type::Bytes)),
            _ => {
                let message = "its successes have streams or ranges of statuses with different types";
                return Err(Problem::new(&operation.cursor.place, message));
            }
        }
    }
    let keys = cases.iter().map(|(status, type_)| Key::ResponseOf(*status, type_.clone())).collect();
    let place = operation.cursor.place.join("responses");
    let id = types.add_cases(place, &type_name(method, "Response"), method, cases);
    Ok((Returns::Several(id), keys))
}

fn of_response<'d>(operation: &Operation<'d>, response: &Response<'d>, method: &str, types: &mut Types<'d>) -> Returns {
    let no_content = matches!(response.status, Status::Code(204 | 205));
    let Some(media) = preferred(&response.contents).filter(|_| !no_content) else { return Returns::Value(Type::Unit) };
    let type_ = |types: &mut Types<'d>| match media.schema() {
        Some(schema) => types.type_of(&schema, Direction::Response, &type_name(method, "Response")),
        None => Type::Json,
    };
    if media.is_json() {
        let type_ = type_(types);
        let has_link = response.cursor.entries_of("headers").iter().any(|(name, _)| name.eq_ignore_ascii_case("link"));
        return match type_ {
            Type::List(item) if has_link && operation.method == "GET" => Returns::LinkPages(*item),
            other => Returns::Value(other),
        };
    }
    if media.is_events() {
        return Returns::Events(type_(types));
    }
    if media.is_lines() {
        return Returns::Lines(type_(types));
    }
    if media.is_text() || media.essence() == "application/xml" {
        return Returns::Value(Type::String);
    }
    Returns::Stream
}

/// Returns the media type that is read: JSON if possible.
fn preferred<'m, 'd>(contents: &'m [Media<'d>]) -> Option<&'m Media<'d>> {
    let rank = |media: &Media<'_>| match media.essence().as_str() {
        "application/json" => 0,
        _ if media.is_json() => 1,
        _ if media.is_events() || media.is_lines() => 2,
        _ if media.is_text() => 4,
        _ => 3,
    };
    contents.iter().min_by_key(|media| rank(media))
}
