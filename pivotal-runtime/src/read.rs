//! Reading a body into a value.

use std::fmt::{self, Write};

use http::header::CONTENT_TYPE;
use http::response::Parts;
use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use serde_json::Error;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

/// Why a body could not be read, and where. Holds no value of the body.
#[derive(Debug)]
pub(crate) struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a whole body, as [`FromBody`](crate::FromBody) has it.
pub(crate) fn body<T: DeserializeOwned>(body: &[u8], parts: &Parts) -> Result<T, Unreadable> {
    let body = BodyDeserializer { body, parts };
    T::deserialize(body).map_err(|_| unreadable::<T>(body))
}

/// The value of what is not there: `None` where `T` is an `Option`, whatever it is called.
pub(crate) fn absent<T: DeserializeOwned>() -> Option<T> {
    T::deserialize(Absent).ok()
}

/// Reads the body once more, slowly, to find the place where it stops making sense.
///
/// Keeping track of the place costs time, so a body that can be read does not pay for it.
#[cold]
fn unreadable<T: DeserializeOwned>(body: BodyDeserializer<'_>) -> Unreadable {
    if is_blank(body.body) {
        return Unreadable("the body is empty".to_owned());
    }
    let Err(error) = serde_path_to_error::deserialize::<_, T>(body) else {
        return Unreadable("it could be read only at the second try".to_owned());
    };
    let path = path(error.path());
    let error = error.into_inner();
    let message = without_values(&error);
    Unreadable(match (error.line(), error.column()) {
        // It did not come to reading JSON.
        (0, _) => format!("{message}{path}"),
        (line, column) => format!("{message}{path}, line {line} column {column}"),
    })
}

/// Where in the JSON, as in ` at data[3].id` with the place in backticks, or nothing for the whole body and for a place where the JSON itself breaks off.
///
/// The names of fields are shown, since they are what one looks for. The keys of a map are values, though, and serde
/// does not tell the two apart: so a key is shown if it reads like a name, letters with digits at most behind them.
fn path(path: &Path) -> String {
    let mut text = String::new();
    for segment in path {
        let is_name = |key: &str| {
            let letters = key.trim_end_matches(|c: char| c.is_ascii_digit());
            key.len() <= 40 && letters.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'-'))
        };
        let written = match segment {
            Segment::Seq { index } => write!(text, "[{index}]"),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                let dot = if text.is_empty() { "" } else { "." };
                write!(text, "{dot}{}", if is_name(key) { key } else { "…" })
            }
            Segment::Unknown => return String::new(),
        };
        // Writing to a string does not fail.
        let _ = written;
    }
    if text.is_empty() { text } else { format!(" at `{text}`") }
}

/// The part of a message of serde that holds nothing of the body: what was expected, not what was there. What a type
/// of the user's says may repeat the body, so it is left out.
fn without_values(error: &Error) -> String {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text);
    if error.classify() != Category::Data {
        return format!("not JSON ({text})");
    }
    let names_a_field = ["missing field `", "duplicate field `"].iter().any(|start| text.starts_with(start));
    if names_a_field && text.matches('`').count() == 2 {
        return text.to_owned();
    }
    let starts = ["invalid type: ", "invalid value: ", "invalid length ", "unknown variant `", "unknown field `"];
    match text.rsplit_once(", expected ") {
        Some((_, expected)) if starts.iter().any(|start| text.starts_with(start)) => format!("expected {expected}"),
        _ if text.starts_with("unknown ") => "a name that its type does not know".to_owned(),
        _ => "a value that its type refuses".to_owned(),
    }
}

fn is_blank(body: &[u8]) -> bool {
    body.trim_ascii().is_empty()
}

/// The outermost deserializer: what a body means before it is JSON.
#[derive(Clone, Copy)]
struct BodyDeserializer<'de> {
    body: &'de [u8],
    parts: &'de Parts,
}

impl BodyDeserializer<'_> {
    /// Whether the body is a JSON string and says so: else its quotes belong to the text.
    fn is_json_string(&self) -> bool {
        let content_type = self.parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = content_type.and_then(|text| text.split(';').next()).unwrap_or_default().trim();
        essence.to_ascii_lowercase().ends_with("json") && self.body.trim_ascii_start().starts_with(b"\"")
    }
}

macro_rules! as_json {
    ($($method:ident($($argument:ident: $kind:ty),*))*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $kind,)* visitor: V) -> Result<V::Value, Error> {
            let mut json = serde_json::Deserializer::from_slice(self.body);
            let value = (&mut json).$method($($argument,)* visitor)?;
            json.end()?;
            Ok(value)
        }
    )*};
}

impl<'de> Deserializer<'de> for BodyDeserializer<'de> {
    type Error = Error;

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if is_blank(self.body) || self.body.trim_ascii() == b"null" {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_json_string() {
            let mut json = serde_json::Deserializer::from_slice(self.body);
            let value = (&mut json).deserialize_str(visitor)?;
            return json.end().map(|()| value);
        }
        match std::str::from_utf8(self.body) {
            Ok(text) => visitor.visit_borrowed_str(text),
            Err(_) => Err(de::Error::invalid_value(de::Unexpected::Other("other bytes"), &"text in UTF-8")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_bytes(self.body)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_bytes(self.body)
    }

    as_json! {
        deserialize_any()
        deserialize_bool()
        deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128()
        deserialize_f32() deserialize_f64()
        deserialize_char()
        deserialize_unit_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier()
        deserialize_ignored_any()
    }
}

/// A value that is not there.
struct Absent;

impl<'de> Deserializer<'de> for Absent {
    type Error = de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::custom("nothing there"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Item {
        id: u32,
        tags: Vec<String>,
    }

    /// Reads a body that comes with this content type.
    fn read_as<T: DeserializeOwned>(content_type: &str, body: &[u8]) -> Result<T, Unreadable> {
        let response = http::Response::builder().header(CONTENT_TYPE, content_type).body(()).expect("a response");
        super::body(body, &response.into_parts().0)
    }

    fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Unreadable> {
        read_as("application/json", body)
    }

    fn message<T: DeserializeOwned + fmt::Debug>(text: &str) -> String {
        read::<T>(text.as_bytes()).expect_err(text).to_string()
    }

    #[test]
    fn a_failure_says_what_was_expected_and_where_but_not_what_was_there() {
        let cases = [
            (r#"{"id":"secret"}"#, "expected u32 at `id`, line 1 column 14"),
            (r#"{"id":1,"tags":["a",{"secret":1}]}"#, "expected a string at `tags[1]`, line 1 column 20"),
            (r#"{"id":1}"#, "missing field `tags`, line 1 column 8"),
            (r#"{"id":1,"id":2}"#, "duplicate field `id`, line 1 column 12"),
            (r#"{"id":-1}"#, "expected u32 at `id`, line 1 column 8"),
            ("<html>", "not JSON (expected value), line 1 column 1"),
            (r#"{"id":1"#, "not JSON (EOF while parsing an object), line 1 column 7"),
            (r#"{"id":1,"tags":[]} x"#, "not JSON (trailing characters), line 1 column 20"),
            ("", "the body is empty"),
            (" \r\n", "the body is empty"),
        ];
        for (text, expected) in cases {
            assert_eq!(message::<Item>(text), expected, "{text}");
        }
    }

    #[test]
    fn a_message_of_a_users_type_is_not_repeated() {
        #[derive(Debug)]
        struct Picky;
        impl<'de> Deserialize<'de> for Picky {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Err(de::Error::custom(format!("do not like {text}")))
            }
        }
        assert_eq!(message::<Vec<Picky>>(r#"["secret"]"#), "a value that its type refuses at `[0]`, line 1 column 10");
    }

    #[test]
    fn unit_takes_any_body_and_option_an_empty_one() {
        for text in ["", "null", "{}", "<html>", "\u{0}"] {
            assert!(read::<()>(text.as_bytes()).is_ok(), "{text}");
        }
        for text in ["", " ", "null", " null\n"] {
            assert_eq!(read::<Option<Item>>(text.as_bytes()).expect(text), None);
        }
        assert_eq!(read::<Option<u32>>(b"7").expect("a number"), Some(7));
        assert!(message::<Option<u32>>("nul").starts_with("not JSON"));
    }

    #[test]
    fn only_an_option_can_be_absent() {
        #[derive(Debug, PartialEq, Deserialize)]
        struct Maybe(Option<u32>);
        type Alias = Option<Item>;
        assert_eq!(absent::<Alias>(), Some(None));
        assert_eq!(absent::<Maybe>(), Some(Maybe(None)));
        assert_eq!(absent::<u32>(), None);
        assert_eq!(absent::<()>(), None);
        assert_eq!(absent::<Vec<Item>>(), None);
        assert_eq!(absent::<serde_json::Value>(), None);
    }

    #[test]
    fn hostile_json_is_an_error() {
        let deep = "[".repeat(10_000);
        let huge = format!("1{}", "0".repeat(400));
        for text in [deep.as_str(), huge.as_str(), "\u{feff}{}", "{\"a\":\u{0}}"] {
            assert!(read::<serde_json::Value>(text.as_bytes()).is_err());
        }
        assert!(read::<String>(b"\"\xff\"").is_err());
    }

    #[test]
    fn text_is_text_and_bytes_are_bytes() {
        assert_eq!(read_as::<String>("text/plain", "\"a\" ü\n".as_bytes()).expect("text"), "\"a\" ü\n");
        assert_eq!(read_as::<String>("text/plain", b"").expect("text"), "");
        assert_eq!(
            read_as::<String>("application/json; charset=utf-8", br#" "a\nb" "#).expect("a JSON string"),
            "a\nb"
        );
        assert_eq!(read_as::<String>("application/problem+json", br#"{"a":1}"#).expect("text"), r#"{"a":1}"#);
        assert!(read_as::<String>("application/json", br#""a" "b""#).is_err());
        assert_eq!(
            read_as::<String>("text/plain", b"ab\xff").expect_err("no text").to_string(),
            "expected text in UTF-8"
        );
        assert_eq!(read::<bytes::Bytes>(b"\xff\0").expect("bytes"), &b"\xff\0"[..]);
    }
}
