//! Why a body could not be read, and where.

use std::borrow::Cow;
use std::fmt;

use serde_json::Error;
use serde_json::error::Category;

use super::place::{Place, offset, one_back};
use super::{BodyDeserializer, is_blank};

/// Why a body could not be read, and where. Holds no value of the body.
#[derive(Debug)]
pub(crate) struct Unreadable(Cow<'static, str>);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Unreadable {
    /// Of the error that reading the body gave. `refusal` is why another cannot be read into the same type.
    #[cold]
    pub(super) fn new(read: BodyDeserializer<'_>, error: &Error, refusal: Refusal) -> Self {
        let Some(body) = read.body else { return Self::absent() };
        if is_blank(body) {
            return Self("the body is empty".into());
        }
        let message = without_values(error);
        Self(match (error.line(), error.column()) {
            // It did not come to reading JSON, or all of it was read.
            (0, _) => message.into(),
            (line, column) => {
                let place = place(body, error, &|start| refusal(BodyDeserializer { body: Some(start), ..read }));
                format!("{message}{place}, line {line} column {column}").into()
            }
        })
    }

    /// Of what is not there.
    pub(crate) fn absent() -> Self {
        Self("there is no body".into())
    }
}

type Refusal = fn(BodyDeserializer<'_>) -> Option<Error>;

/// Where in the JSON, as in ` at data[3].id` with the place in backticks, or nothing for the whole body and for a place
/// where the JSON itself breaks off.
fn place(body: &[u8], error: &Error, read: &dyn Fn(&[u8]) -> Option<Error>) -> String {
    let consumed = start(body, offset(body, error.line(), error.column()));
    let path = match error.classify() {
        Category::Data => place_of_value(consumed, &message(error), read),
        // One byte more counts as read than makes sense. What stands where a value begins may be one, but of a kind
        // that its type never is.
        Category::Syntax => match start(consumed, consumed.len().saturating_sub(1)).trim_ascii_end() {
            begun @ [.., b':' | b',' | b'[' | b'{'] => Place::at_end_of(begun).path(),
            _ => String::new(),
        },
        _ => String::new(),
    };
    if path.is_empty() { path } else { format!(" at `{path}`") }
}

fn place_of_value(consumed: &[u8], why: &str, read: &dyn Fn(&[u8]) -> Option<Error>) -> String {
    // What refuses a value after having read it leaves it to the list or object around the value to say how much was
    // read, which has gone on to the next comma or bracket then. The value is the last one that is enough to have it
    // refused.
    let is_enough =
        |before: &&[u8]| read(before).is_some_and(|again| again.classify() == Category::Data && message(&again) == why);
    let place = Place::at_end_of(one_back(consumed).filter(is_enough).unwrap_or(consumed));
    // These two are about where the key stands, others about the key.
    let is_about_object = why.starts_with("duplicate field `") || why.starts_with("unknown variant `");
    if is_about_object { place.path() } else { place.with_key().path() }
}

fn start(text: &[u8], length: usize) -> &[u8] {
    text.get(..length).unwrap_or(text)
}

/// What serde says, without the line and the column.
fn message(error: &Error) -> String {
    let mut text = error.to_string();
    if let Some(end) = text.rfind(" at line ") {
        text.truncate(end);
    }
    text
}

/// The part of a message of serde that holds nothing of the body: what was expected, not what was there. What a type
/// of the user's says may repeat the body, so it is left out.
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
        _ if text.starts_with("unknown ") => "a name that its type does not know".to_owned(),
        _ => "a value that its type refuses".to_owned(),
    }
}
