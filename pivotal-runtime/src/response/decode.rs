//! Decodes a body into a value.

mod decode_error;
mod json_path;
#[cfg(test)]
mod json_path_tests;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use http::header::{CONTENT_TYPE, HeaderMap};
use serde::de::{self, Deserializer, Visitor};
use serde_json::Error;

use super::charset;
use crate::Body;

pub use self::decode_error::DecodeError;
pub(crate) use self::decode_error::Reason;

// Code that names `T` is compiled for each type, in the user's crate. So there is little of it, without closures and `?`,
// which are functions of their own until they are optimised.

impl<'de> BodyDeserializer<'de> {
    /// A missing body.
    pub(crate) const MISSING: Self = Self { body: None, headers: None, is_part: false, reads: Reads::All };

    /// A complete body; `None` if it is missing. A stream has no bytes yet.
    pub(crate) fn new(body: Option<&'de Body>, headers: &'de HeaderMap) -> Self {
        let body = body.map(|body| body.as_bytes().map_or(&[][..], |bytes| bytes));
        Self { body, headers: Some(headers), ..Self::MISSING }
    }

    /// The body of an error.
    pub(crate) fn of_error(body: &'de [u8], headers: &'de HeaderMap) -> Self {
        Self { body: Some(body), headers: Some(headers), ..Self::MISSING }
    }

    /// The body of an error as text, whatever its charset was.
    pub(crate) fn of_decoded_error(text: &'de str, headers: &'de HeaderMap) -> Self {
        Self::of_part(without_mark(text.as_bytes()), headers)
    }

    /// A line or an event: in UTF-8, and without a byte order mark, which only the first one can follow and is removed there.
    pub(crate) fn of_part(part: &'de [u8], headers: &'de HeaderMap) -> Self {
        Self { is_part: true, ..Self::of_error(part, headers) }
    }

    /// A body that is known to be JSON.
    pub(crate) fn json_bytes(body: &'de [u8]) -> Self {
        Self { body: Some(body), ..Self::MISSING }
    }

    /// The body, unless it is missing or blank.
    pub(crate) fn content(self) -> Option<&'de [u8]> {
        self.body.filter(|body| !is_blank(body))
    }
}

fn is_blank(body: &[u8]) -> bool {
    body.trim_ascii().is_empty()
}

/// JSON without a byte order mark at its start, which a parser may ignore (RFC 8259, section 8.1).
fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)
}

/// Returns whether the content type is one of JSON, or of lines of JSON.
pub(crate) fn is_json_type(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = content_type.and_then(|text| text.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase();
    essence.ends_with("json") || essence.ends_with("jsonl")
}

/// The error of empty JSON. It is cheaper to create than an error with a message, and is never shown.
fn empty_json() -> Error {
    match serde_json::from_str::<de::IgnoredAny>("") {
        Ok(_) => de::Error::custom("empty"),
        Err(error) => error,
    }
}

/// The outermost deserializer, which decides between text, bytes, JSON and a missing body.
///
/// A deserializer of its own for a missing body would be clearer, but each type would be compiled for that one, too.
#[derive(Debug, Clone, Copy)]
pub struct BodyDeserializer<'de> {
    /// `None` if it is missing.
    body: Option<&'de [u8]>,
    /// The headers of the response. `None` if it is known to be JSON.
    headers: Option<&'de HeaderMap>,
    /// It is UTF-8 without a byte order mark, whatever the headers say.
    is_part: bool,
    reads: Reads,
}

/// The types that are read. Others are an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reads {
    All,
    /// Text and bytes, not JSON.
    Raw,
}

impl<'de> BodyDeserializer<'de> {
    /// Returns a deserializer for text and bytes only, if the body is blank or `null` and not empty: JSON reads that as `None`,
    /// but it can be a text.
    pub(crate) fn raw_option(self) -> Option<Self> {
        self.body.filter(|body| !body.is_empty() && self.is_null(body)).map(|_| Self { reads: Reads::Raw, ..self })
    }

    /// The body. Only an `Option` can do without it.
    fn required(self) -> Result<&'de [u8], Error> {
        self.body.ok_or_else(empty_json)
    }

    /// The body as JSON, from its start.
    ///
    /// JSON is UTF-8 (RFC 8259, section 8.1). It is checked here once, which is cheaper than a check of each string.
    fn json(self) -> Result<Json<'de>, Error> {
        if self.reads != Reads::All {
            return Err(empty_json());
        }
        match std::str::from_utf8(self.unmarked(self.required()?)) {
            Ok(text) => Ok(serde_json::Deserializer::from_str(text)),
            Err(_) => Err(de::Error::invalid_value(de::Unexpected::Other("other bytes"), &"JSON in UTF-8")),
        }
    }

    /// JSON without a byte order mark.
    fn unmarked(self, body: &'de [u8]) -> &'de [u8] {
        if self.headers.is_some() && !self.is_part { without_mark(body) } else { body }
    }

    /// Returns whether a JSON body represents `None`.
    fn is_null(self, body: &'de [u8]) -> bool {
        let body = self.unmarked(body);
        // The white space of JSON (RFC 8259, section 2), to which a form feed does not belong.
        is_blank(body) || (body.trim_ascii() == b"null" && !body.contains(&b'\x0C'))
    }

    /// The body as plain text.
    fn text(self) -> Result<Cow<'de, str>, Error> {
        let headers = self.headers.filter(|_| !self.is_part);
        charset::decode(self.required()?, headers)
            .map_err(|expected| de::Error::invalid_value(de::Unexpected::Other("other bytes"), &expected))
    }

    fn is_none(self) -> bool {
        self.reads == Reads::All && self.body.is_none_or(|body| self.is_null(body))
    }

    /// Returns whether the body is JSON by its content type, and starts like this. Otherwise it is plain text.
    fn is_json(self, start: &[u8]) -> bool {
        self.headers.is_none_or(is_json_type)
            && self.body.is_some_and(|body| self.unmarked(body).trim_ascii_start().starts_with(start))
    }
}

type Json<'de> = serde_json::Deserializer<serde_json::de::StrRead<'de>>;

macro_rules! as_json {
    ($($method:ident($($argument:ident: $kind:ty),*))*) => {
        as_json! { $($method = $method($($argument: $kind),*))* }
    };
    ($($name:ident = $method:ident($($argument:ident: $kind:ty),*))*) => {$(
        fn $name<V: Visitor<'de>>(self, $($argument: $kind,)* visitor: V) -> Result<V::Value, Error> {
            let mut json = match self.json() {
                Ok(json) => json,
                Err(error) => return Err(error),
            };
            match (&mut json).$method($($argument,)* visitor) {
                Ok(value) => match json.end() {
                    Ok(()) => Ok(value),
                    Err(error) => Err(error),
                },
                Err(error) => Err(error),
            }
        }
    )*};
}

/// The name by which `serde_json` recognizes its `RawValue`.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

impl<'de> BodyDeserializer<'de> {
    as_json! { raw_value = deserialize_newtype_struct(name: &'static str) }
}

impl<'de> Deserializer<'de> for BodyDeserializer<'de> {
    type Error = Error;

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.reads != Reads::All {
            return Err(empty_json());
        }
        self.required()?;
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_none() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        if name == RAW_VALUE { self.raw_value(name, visitor) } else { visitor.visit_newtype_struct(self) }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.reads == Reads::Raw && self.is_json(b"null") {
            return Err(empty_json());
        }
        if self.is_json(b"\"") {
            let mut json = self.json()?;
            let value = (&mut json).deserialize_str(visitor)?;
            return json.end().map(|()| value);
        }
        match self.text()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_borrowed_bytes(self.required()?)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
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
