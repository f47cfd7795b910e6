//! The values that a stub can return, and how they are written as responses.

use std::marker::PhantomData;

use http::header::{CONTENT_TYPE, HeaderValue, LINK};
use http::{HeaderMap, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::reply::Planned;
use crate::response::{Reads, ResponseSpec, reads, try_type};
use crate::{Body, Conditional, Endpoint, Events, Lines, Response};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
const BYTES: HeaderValue = HeaderValue::from_static("application/octet-stream");
const EVENTS: HeaderValue = HeaderValue::from_static("text/event-stream");
const LINES: HeaderValue = HeaderValue::from_static("application/x-ndjson");

/// A return type whose values [`Stub::returns`](super::Stub::returns) can write as a response.
///
/// | a method returns | the argument of `returns` | the response |
/// | --- | --- | --- |
/// | `T` with serde's `Serialize` | `&T` | JSON; text for a `String`, bytes for `Bytes`, nothing for `()` |
/// | `Option<T>` | `&Option<T>` | `None` is 404, or `null` where the method reads a 404 as an error |
/// | [`Response<T>`](Response) | as for `T` | the same; [`Reply::header`](super::Reply::header) adds headers |
/// | [`Conditional<T>`](Conditional) | `&Conditional<T>` | `NotModified` is 304 |
/// | [`Events<T>`](Events) | `&[T]` | an event for each value, and the end marker of `until` |
/// | [`Lines<T>`](Lines) | `&[T]` | a line of JSON for each value |
/// | [`Body`] | `&[u8]` | the bytes |
/// | `Pages<'_, P>`, async or blocking | `&[P]` | a page for each request of a list, with a `Link` to the next one |
///
/// The status is 200, or the first one that the method declares as a success.
///
/// Use [`Stub::responds`](super::Stub::responds) for other responses, such as one of several statuses with types of their
/// own, an `Option` of a stream, or another [`Format`](crate::Format) than JSON.
#[diagnostic::on_unimplemented(
    message = "a stub cannot write `{Self}` as a response",
    label = "does not implement `serde::Serialize`",
    note = "derive `serde::Serialize` for the type, or write the response with `responds(status, body)`"
)]
pub trait StubValue {
    /// The type of the argument.
    type Value: ?Sized;

    /// Writes the responses, more than one for a list.
    #[doc(hidden)]
    fn write(value: &Self::Value, spec: Spec<'_>) -> Result<Vec<Planned>, String>;
}

/// The pages of a list, as [`StubbedCall::Returned`](super::StubbedCall::Returned).
#[derive(Debug)]
pub struct PageList<P>(PhantomData<fn() -> P>);

/// The description of how a response is read.
#[derive(Debug, Clone, Copy)]
pub struct Spec<'a>(pub(super) &'a ResponseSpec);

impl Spec<'_> {
    fn endpoint(self) -> &'static Endpoint {
        self.0.endpoint
    }

    fn reads(self) -> Reads {
        reads(self.0.expected.try_type)
    }

    /// The first status that is a success.
    fn success(self) -> StatusCode {
        let declared = self.endpoint().success_statuses();
        let first = declared.first().map(|statuses| *statuses.start());
        let is_ok = self.endpoint().is_success(StatusCode::OK);
        first.filter(|_| !is_ok).and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::OK)
    }

    fn respond(self, content_type: HeaderValue, body: impl Into<Vec<u8>>) -> Planned {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, content_type)]);
        Planned::new(self.success(), headers, body.into().into())
    }

    /// Rejects methods that read another format than JSON, or one of several types.
    fn check_format(self) -> Result<(), String> {
        if self.0.expected.has_several_types() {
            return Err(format!(
                "`{}` has a type for each status; write the response with `responds(status, body)`",
                self.endpoint().operation()
            ));
        }
        let accept = self.0.expected.accept();
        let accept = accept.to_str().unwrap_or_default();
        if accept.contains("json") || accept.contains("*/*") || accept == "text/event-stream" {
            return Ok(());
        }
        Err(format!(
            "`returns` writes JSON, but `{}` reads `{accept}`; write the response with `responds(status, body)`",
            self.endpoint().operation()
        ))
    }

    /// Returns whether the method returns a 404 as a value.
    fn accepts_not_found(self) -> bool {
        !self.endpoint().is_success(StatusCode::NOT_FOUND)
            && self.0.expected.is_value(self.endpoint(), StatusCode::NOT_FOUND)
    }
}

fn not_written(error: &serde_json::Error) -> String {
    format!("the value cannot be written as JSON: {error}")
}

#[diagnostic::do_not_recommend]
impl<T: Serialize> StubValue for T {
    type Value = T;

    fn write(value: &T, spec: Spec<'_>) -> Result<Vec<Planned>, String> {
        spec.check_format()?;
        let json = serde_json::to_vec(value).map_err(|error| not_written(&error))?;
        if json == b"null" && spec.accepts_not_found() {
            return Ok(vec![Planned::new(StatusCode::NOT_FOUND, HeaderMap::new(), crate::Bytes::new())]);
        }
        let written = match (spec.reads(), serde_json::from_slice(&json)) {
            (Reads::Nothing, _) => Planned::new(spec.success(), HeaderMap::new(), crate::Bytes::new()),
            (Reads::Text, Ok(Value::String(text))) => spec.respond(TEXT, text),
            (Reads::Bytes, Ok(Value::Array(bytes))) => spec.respond(BYTES, as_bytes(&bytes)),
            _ => spec.respond(JSON, json),
        };
        Ok(vec![written])
    }
}

/// The bytes that serde writes as a list of numbers.
fn as_bytes(numbers: &[Value]) -> Vec<u8> {
    numbers.iter().filter_map(|number| number.as_u64().and_then(|number| u8::try_from(number).ok())).collect()
}

impl<T: StubValue> StubValue for Response<T> {
    type Value = T::Value;

    fn write(value: &T::Value, spec: Spec<'_>) -> Result<Vec<Planned>, String> {
        T::write(value, spec)
    }
}

impl<T: Serialize> StubValue for Conditional<T> {
    type Value = Self;

    fn write(value: &Self, spec: Spec<'_>) -> Result<Vec<Planned>, String> {
        match value {
            Self::Modified(value) => T::write(value, spec),
            Self::NotModified => {
                Ok(vec![Planned::new(StatusCode::NOT_MODIFIED, HeaderMap::new(), crate::Bytes::new())])
            }
        }
    }
}

impl<T: Serialize + DeserializeOwned> StubValue for Events<T> {
    type Value = [T];

    fn write(values: &[T], spec: Spec<'_>) -> Result<Vec<Planned>, String> {
        spec.check_format()?;
        let mut events = String::new();
        for value in values {
            let json = serde_json::to_string(value).map_err(|error| not_written(&error))?;
            // An event has no content type, so a text is read as it is.
            let data = match (reads(try_type::<T>), serde_json::from_str(&json)) {
                (Reads::Text, Ok(Value::String(text))) => text,
                _ => json,
            };
            if data.contains('\r') {
                return Err("an event cannot contain a carriage return; write another text".to_owned());
            }
            push_event(&mut events, &data);
        }
        if let Some(marker) = spec.endpoint().end_marker() {
            push_event(&mut events, marker);
        }
        Ok(vec![spec.respond(EVENTS, events)])
    }
}

/// Appends an event. Data of several lines are several fields.
fn push_event(events: &mut String, data: &str) {
    for line in data.split('\n') {
        events.extend(["data: ", line, "\n"]);
    }
    events.push('\n');
}

impl<T: Serialize> StubValue for Lines<T> {
    type Value = [T];

    fn write(values: &[T], spec: Spec<'_>) -> Result<Vec<Planned>, String> {
        spec.check_format()?;
        let mut lines = String::new();
        for value in values {
            lines.push_str(&serde_json::to_string(value).map_err(|error| not_written(&error))?);
            lines.push('\n');
        }
        Ok(vec![spec.respond(LINES, lines)])
    }
}

impl StubValue for Body {
    type Value = [u8];

    fn write(bytes: &[u8], spec: Spec<'_>) -> Result<Vec<Planned>, String> {
        Ok(vec![spec.respond(BYTES, bytes)])
    }
}

impl<P: Serialize> StubValue for PageList<P> {
    type Value = [P];

    fn write(pages: &[P], spec: Spec<'_>) -> Result<Vec<Planned>, String> {
        if pages.is_empty() {
            return Err("a list has at least one page; write an empty one".to_owned());
        }
        let mut written = Vec::new();
        for (number, page) in (1..).zip(pages) {
            for mut planned in P::write(page, spec)? {
                if number < pages.len() {
                    let next = HeaderValue::try_from(format!("<?page={}>; rel=\"next\"", number + 1));
                    planned.headers.extend(next.ok().map(|next| (LINK, next)));
                }
                written.push(planned);
            }
        }
        Ok(written)
    }
}
