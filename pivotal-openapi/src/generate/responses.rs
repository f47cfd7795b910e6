//! The return type of a method.

use super::errors::ApiErrors;
use super::method::Key;
use super::pagination::{self, Page};
use super::type_name;
use crate::contract::{Location, Media, Operation, Problem, Response, Status};
use crate::types::{Direction, Type, Types};

/// The type that a method returns.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Returns {
    Value(Type),
    /// The value can be missing: `response = Option<T>`.
    Optional(Type),
    /// The value can be unchanged: 304.
    Conditional(Type),
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

/// The redirects that have no meaning of their own.
const REDIRECTS: [u16; 6] = [300, 301, 302, 303, 307, 308];

/// Returns the return type, and the keys that it needs.
pub(super) fn returns<'d>(
    operation: &Operation<'d>,
    method: &str,
    types: &mut Types<'d>,
    errors: &ApiErrors<'d>,
    omitted: &mut Vec<Problem>,
) -> Result<(Returns, Vec<Key>), Problem> {
    let responses = &operation.responses;
    let unit = Returns::Value(Type::Unit);
    if operation.method == "HEAD" {
        return Ok((unit, Vec::new()));
    }
    let mut successes: Vec<&Response<'d>> = responses.iter().filter(|response| response.status.is_success()).collect();
    if successes.is_empty() {
        let redirects = redirects(responses);
        if !redirects.is_empty() {
            return Ok((Returns::Head, vec![Key::Success(redirects)]));
        }
        successes.extend(responses.iter().filter(|response| response.status == Status::Default));
    }
    let mut bodies: Vec<(Status, Returns)> = Vec::new();
    for response in &successes {
        // The schema of errors describes no success.
        let is_error = response.status == Status::Default && errors.describe(response, responses, method, types);
        let body = if is_error { unit.clone() } else { of_response(operation, response, method, types, omitted) };
        bodies.push((response.status, body));
    }
    let mut distinct: Vec<Returns> = Vec::new();
    for (_, body) in &bodies {
        if !distinct.contains(body) {
            distinct.push(body.clone());
        }
    }
    match distinct.as_slice() {
        [] => Ok((unit, Vec::new())),
        [Returns::Value(Type::Nullable(value))] => Ok(optional((**value).clone())),
        [Returns::Value(value)] if *value != Type::Unit && is_conditional(operation) => {
            Ok((Returns::Conditional(value.clone()), Vec::new()))
        }
        [Returns::Value(value @ Type::Named(id))] => {
            let page = pagination::page(operation, value, types).map(|page| Returns::Pages(*id, page));
            Ok((page.unwrap_or_else(|| Returns::Value(value.clone())), Vec::new()))
        }
        [one] => Ok((one.clone(), Vec::new())),
        // A page is never empty.
        [Returns::LinkPages(item), other] | [other, Returns::LinkPages(item)] if *other == unit => {
            Ok(optional(Type::List(Box::new(item.clone()))))
        }
        [Returns::Value(value), other] | [other, Returns::Value(value)] if *other == unit => {
            Ok(optional(value.non_null().clone()))
        }
        // A stream can be empty.
        [stream @ (Returns::Stream | Returns::Events(_) | Returns::Lines(_)), other]
        | [other, stream @ (Returns::Stream | Returns::Events(_) | Returns::Lines(_))]
            if *other == unit =>
        {
            Ok((stream.clone(), Vec::new()))
        }
        _ => several(operation, bodies, method, types),
    }
}

fn optional(value: Type) -> (Returns, Vec<Key>) {
    (Returns::Optional(value.clone()), vec![Key::ResponseOption(value)])
}

/// The statuses of redirects, which the client does not follow.
fn redirects(responses: &[Response<'_>]) -> Vec<u16> {
    let mut statuses = Vec::new();
    for response in responses {
        match response.status {
            Status::Code(code @ (300..=303 | 305..=399)) => statuses.push(code),
            Status::Range(3) => statuses.extend(REDIRECTS),
            _ => {}
        }
    }
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}

/// Returns whether a request can have a condition, whose response is 304.
fn is_conditional(operation: &Operation<'_>) -> bool {
    let is_condition = |name: &str| ["if-none-match", "if-modified-since"].contains(&&*name.to_ascii_lowercase());
    operation.responses.iter().any(|response| response.status == Status::Code(304))
        && operation.parameters.iter().any(|own| own.location == Location::Header && is_condition(own.name))
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
        let type_ = match body {
            Returns::Value(type_) => type_,
            Returns::LinkPages(item) => Type::List(Box::new(item)),
            // An enum contains no stream.
            Returns::Stream => Type::Bytes,
            _ => {
                let message = "its successes are a stream or a value, depending on the status";
                return Err(Problem::new(&operation.cursor.place, message));
            }
        };
        cases.push((if let Status::Code(code) = status { Some(code) } else { None }, type_));
    }
    let key = |(status, type_): &(Option<u16>, Type)| match status {
        Some(status) => Key::ResponseOf(*status, type_.clone()),
        None => Key::Response(type_.clone()),
    };
    let keys = cases.iter().map(key).collect();
    let place = operation.cursor.place.join("responses");
    let id = types.add_cases(place, &type_name(method, "Response"), method, cases);
    Ok((Returns::Several(id), keys))
}

fn of_response<'d>(
    operation: &Operation<'d>,
    response: &Response<'d>,
    method: &str,
    types: &mut Types<'d>,
    omitted: &mut Vec<Problem>,
) -> Returns {
    let no_content = matches!(response.status, Status::Code(204 | 205));
    let Some(media) = preferred(&response.contents).filter(|_| !no_content) else { return Returns::Value(Type::Unit) };
    omitted.extend(others(media, &response.contents));
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
    if media.is_text() || media.essence() == "application/xml" || media.essence().ends_with("+xml") {
        return Returns::Value(Type::String);
    }
    Returns::Stream
}

/// Returns a problem for each media type whose schema differs from that of the one that is declared.
pub(super) fn others<'m>(
    declared: &'m Media<'_>,
    contents: &'m [Media<'_>],
) -> impl Iterator<Item = Problem> + use<'m> {
    let schema = |media: &Media<'_>| media.schema().map(|schema| schema.node.clone());
    let own = schema(declared);
    let lost = move |media: &&Media<'_>| schema(media).is_some_and(|schema| Some(schema) != own);
    contents.iter().filter(lost).map(|media| {
        let message = format!("`{}` is declared, and `{}` is not", declared.essence(), media.essence());
        Problem::new(&media.cursor.place, message)
    })
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
