//! The error of a body that cannot be decoded, with the path to the value.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use serde::de::IgnoredAny;
use serde_json::Error;
use serde_json::error::Category;

use super::json_path::{JsonPath, Key, offset, one_back};
use super::{BodyDeserializer, is_blank};
use crate::ErrorBody;
use crate::error::{CustomDetail, Detail, escaped_start};
use crate::response::trial::{TryType, decode_failure};

/// The maximum number of characters that are shown of the expected type.
const MAX_EXPECTED: usize = 512;

/// The maximum number of bytes that are decoded again to distinguish names from values.
const MAX_DECODED_AGAIN: usize = 32 * 1024 * 1024;

/// The reason why a body cannot be decoded: the error of a [`Format`](crate::Format).
///
/// It has `From` of every error, so that `?` creates it. Therefore, it does not implement `std::error::Error` itself.
///
/// ```
/// use pivotal_runtime::{DecodeError, Format, Json};
/// use serde::Deserialize;
///
/// /// `{"error":"…"}`
/// #[derive(Deserialize)]
/// struct Refused {
///     error: String,
/// }
///
/// fn check(body: &[u8]) -> Result<(), DecodeError> {
///     match Json::decode::<Refused>(body) {
///         Ok(refused) => Err(DecodeError::api(Some(&refused.error), "")),
///         Err(_) => Ok(()),
///     }
/// }
/// assert!(check(br#"{"error":"channel_not_found"}"#).is_err());
/// assert!(check(br#"{"id":7}"#).is_ok());
/// ```
pub struct DecodeError(pub(crate) Reason);

pub(crate) enum Reason {
    /// The reason and the path to the value. Contains no value of the body.
    Unreadable(Cow<'static, str>),
    /// The error of the user's format, and its description.
    Source(Box<dyn StdError + Send + Sync>, Cow<'static, str>),
    /// The body contains an error of the API.
    Api(Detail),
}

impl DecodeError {
    /// Creates the error of a body that cannot be read, like `?`.
    ///
    /// Programs that print the chain of sources show the source, so it should not contain values of the body.
    pub fn unreadable(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(Reason::Source(source.into(), "its `Format` returned an error".into()))
    }

    /// Creates the error of a body that contains an error of the API.
    ///
    /// It is for responses whose status is a success. The call returns an error of kind [`Api`](crate::ErrorKind::Api) with
    /// this code and message. Without a message, pass an empty one.
    pub fn api(code: Option<&str>, message: impl Into<String>) -> Self {
        Self(Reason::Api(Box::new(CustomDetail { code: code.map(str::to_owned), message: message.into() })))
    }

    /// Creates the same error from the API's own type, which supplies code and message.
    ///
    /// [`Error::detail`](crate::Error::detail) returns it.
    pub fn api_body(body: impl ErrorBody) -> Self {
        Self(Reason::Api(Box::new(body)))
    }
}

impl<E: StdError + Send + Sync + 'static> From<E> for DecodeError {
    fn from(source: E) -> Self {
        Self::unreadable(source)
    }
}

/// Prints neither values of the body nor the message of the API.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DecodeError").field(&format_args!("{self}")).finish()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.0 {
            Reason::Unreadable(message) | Reason::Source(_, message) => message,
            Reason::Api(_) => "it contains an error of the API",
        })
    }
}

impl DecodeError {
    /// Describes the error of decoding the body. `try_type` tries the same type with other bodies.
    #[cold]
    pub(crate) fn new(decoded: BodyDeserializer<'_>, error: &Error, try_type: TryType) -> Self {
        let Some(body) = decoded.body else { return Self::missing_body() };
        if is_blank(body) {
            return Self(Reason::Unreadable("the body is empty".into()));
        }
        let message = escaped_start(&without_values(error), MAX_EXPECTED);
        Self(Reason::Unreadable(match (error.line(), error.column()) {
            // The body was not read as JSON, or was read completely.
            (0, _) => message.into(),
            (line, column) => {
                let path = path(decoded.unmarked(body), error, &|start| {
                    decode_failure(try_type, BodyDeserializer { body: Some(start), ..decoded })
                });
                format!("{message}{path}, line {line} column {column}").into()
            }
        }))
    }

    pub(crate) fn from_message(message: String) -> Self {
        Self(Reason::Unreadable(message.into()))
    }

    /// Describes a response that is not a stream of events.
    pub(crate) fn not_events() -> Self {
        Self(Reason::Unreadable("expected a stream of events (`text/event-stream`)".into()))
    }

    /// Adds the number of the line that was decoded.
    pub(crate) fn in_line(self, number: u64) -> Self {
        self.with_place(|message| match message.rsplit_once(", line 1 column ") {
            Some((message, column)) => format!("{message}, line {number} column {column}"),
            None => format!("{message}, line {number}"),
        })
    }

    /// Adds the number of the event whose data was decoded.
    pub(crate) fn in_event(self, number: u64) -> Self {
        self.with_place(|message| format!("{message}, in event {number}"))
    }

    fn with_place(self, add: impl FnOnce(&str) -> String) -> Self {
        Self(match self.0 {
            Reason::Unreadable(message) => Reason::Unreadable(add(&message).into()),
            Reason::Source(source, message) => Reason::Source(source, add(&message).into()),
            Reason::Api(detail) => Reason::Api(detail),
        })
    }

    /// Returns whether the body contains an error of the API.
    pub(crate) fn is_api(&self) -> bool {
        matches!(self.0, Reason::Api(_))
    }

    /// Returns the error of the API that the body contains.
    pub(crate) fn into_detail(self) -> Option<Detail> {
        match self.0 {
            Reason::Api(detail) => Some(detail),
            Reason::Unreadable(_) | Reason::Source(..) => None,
        }
    }

    /// Describes a missing body.
    pub(crate) fn missing_body() -> Self {
        Self(Reason::Unreadable("the body is missing".into()))
    }
}

/// Decodes a body into the type again, and returns the error.
type DecodeAgain<'a> = &'a dyn Fn(&[u8]) -> Option<Error>;

/// The path to the value, as in `` at `data[3].id` ``; empty for the complete body and for invalid JSON.
fn path(body: &[u8], error: &Error, read: DecodeAgain<'_>) -> String {
    let consumed = start(body, offset(body, error.line(), error.column()));
    let path = match error.classify() {
        Category::Data => Some(path_of_value(consumed, &message(error), read)),
        Category::Syntax => path_of_unexpected_start(body, consumed, error),
        _ => None,
    };
    let text = path.map(|path| path.declare(declares_name(body, error, read)).text()).unwrap_or_default();
    if text.is_empty() { text } else { format!(" at `{text}`") }
}

fn path_of_value<'a>(consumed: &'a [u8], why: &str, read: DecodeAgain<'_>) -> JsonPath<'a> {
    // A type that rejects a value after having read it leaves the position to the list or object around the value,
    // which was read up to the next comma or bracket by then. The value is the last one that is enough for the error.
    let is_enough =
        |before: &&[u8]| read(before).is_some_and(|again| again.classify() == Category::Data && message(&again) == why);
    let path = JsonPath::parse(one_back(consumed).filter(is_enough).unwrap_or(consumed));
    // These two are about the object that contains the key, others about the key.
    let is_about_object = why.starts_with("duplicate field `") || why.starts_with("unknown variant `");
    if is_about_object { path } else { path.with_key() }
}

/// The path to a value whose first byte does not fit its type, in JSON that is valid so far.
fn path_of_unexpected_start<'a>(body: &[u8], consumed: &'a [u8], error: &Error) -> Option<JsonPath<'a>> {
    // One byte more than makes sense counts as read.
    let before = start(consumed, consumed.len().saturating_sub(1)).trim_ascii_end();
    let is_at_start = matches!(before, [.., b':' | b',' | b'[' | b'{']);
    let is_valid = || match serde_json::from_slice::<IgnoredAny>(body) {
        Ok(_) => true,
        Err(invalid) => position(&invalid) > position(error),
    };
    (is_at_start && is_valid()).then(|| JsonPath::parse(before))
}

/// Distinguishes names that a type declares from keys of a map, which are values.
///
/// They look the same in JSON, so the body is decoded again with another key at the same position. A map fails at the same
/// value, whatever its key is. A type that declares the name skips the value of an unknown name, and fails later or not at
/// all, or lists the names that it declares.
fn declares_name<'a>(body: &'a [u8], error: &Error, read: DecodeAgain<'_>) -> impl FnMut(Key<'a>) -> bool {
    let mut copy = Vec::new();
    let mut left = MAX_DECODED_AGAIN;
    let at_value = position(error);
    move |key| {
        let Some(remaining) = left.checked_sub(body.len()) else { return false };
        left = remaining;
        if copy.is_empty() {
            copy.extend_from_slice(body);
        }
        let other = if key.text.contains(&b'x') { b'y' } else { b'x' };
        let place = key.start..key.start + key.text.len();
        let Some(renamed) = copy.get_mut(place.clone()).filter(|place| !place.is_empty()) else { return false };
        renamed.fill(other);
        let again = read(&copy);
        if let Some(renamed) = copy.get_mut(place) {
            renamed.copy_from_slice(key.text);
        }
        again.is_none_or(|again| position(&again) > at_value || lists(&message(&again), key.text))
    }
}

/// Returns whether a message of serde lists this name among those that a type declares.
fn lists(message: &str, name: &[u8]) -> bool {
    let Ok(name) = std::str::from_utf8(name) else { return false };
    let name = format!("`{name}`");
    match message.strip_prefix("missing field ") {
        Some(missing) => missing == name,
        None => {
            message.starts_with("unknown ")
                && message.rsplit_once(", expected ").is_some_and(|(_, expected)| expected.contains(&name))
        }
    }
}

fn position(error: &Error) -> (usize, usize) {
    (error.line(), error.column())
}

fn start(text: &[u8], length: usize) -> &[u8] {
    text.get(..length).unwrap_or(text)
}

/// The message of serde, without the line and the column.
fn message(error: &Error) -> String {
    let mut text = error.to_string();
    if let Some(end) = text.rfind(" at line ") {
        text.truncate(end);
    }
    text
}

/// The part of a message of serde that contains no value: the expected type, not the value. A message of a user's type may
/// repeat the value, so it is dropped.
fn without_values(error: &Error) -> String {
    let text = message(error);
    if error.classify() != Category::Data {
        return format!("not JSON ({text})");
    }
    let names_a_field = ["missing field `", "duplicate field `"].iter().any(|start| text.starts_with(start));
    if names_a_field && text.matches('`').count() == 2 {
        return text;
    }
    let starts = ["invalid type: ", "invalid value: ", "invalid length ", "unknown variant `", "unknown field `"];
    match text.rsplit_once(", expected ") {
        Some((_, expected)) if starts.iter().any(|start| text.starts_with(start)) => format!("expected {expected}"),
        _ if text.starts_with("unknown ") => "a name that its type does not declare".to_owned(),
        _ => "a value that its type rejects".to_owned(),
    }
}
