//! The `Accept` header that matches the type of a response.

use std::fmt;

use http::HeaderValue;
use serde::de::{self, Deserializer, Visitor};

use super::events::EVENT_STREAM;

/// The kind of value that a type reads first. The error of a deserializer without data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Reads {
    /// Nothing: `()`.
    Nothing,
    /// A text.
    Text,
    /// The body as it is.
    Bytes,
    /// A stream of events.
    Events,
    /// Values in lines.
    Lines,
    /// A value of the format.
    Value,
}

impl Reads {
    /// The `Accept` of a response in JSON. For `()`, any body is accepted, and JSON is preferred, since errors are read as JSON.
    pub(crate) fn accept_json(self) -> HeaderValue {
        const JSON: HeaderValue = HeaderValue::from_static("application/json");
        const JSON_OR_ANYTHING: HeaderValue = HeaderValue::from_static("application/json, */*;q=0.1");
        match self {
            Self::Value => JSON,
            Self::Nothing => JSON_OR_ANYTHING,
            Self::Text | Self::Bytes => ANYTHING,
            Self::Events => EVENTS,
            Self::Lines => JSON_LINES,
        }
    }

    /// The `Accept` of a response in another format, which decodes all types but bytes.
    pub(crate) fn accept_formatted(self, format: HeaderValue) -> HeaderValue {
        match self {
            Self::Bytes | Self::Lines => ANYTHING,
            Self::Events => EVENTS,
            Self::Value | Self::Nothing | Self::Text => format,
        }
    }
}

/// Returns the `Accept` of a response that is read in one of two ways.
pub(crate) fn either(one: HeaderValue, other: HeaderValue) -> HeaderValue {
    if one == other {
        return one;
    }
    let preferred = if one == ANYTHING { other } else { one };
    match preferred.to_str() {
        Ok(text) if !text.ends_with(UNPREFERRED) => {
            HeaderValue::try_from(format!("{text}, {UNPREFERRED}")).unwrap_or(ANYTHING)
        }
        _ => preferred,
    }
}

const EVENTS: HeaderValue = HeaderValue::from_static(EVENT_STREAM);

/// There is no registered media type. Some servers, such as Kubernetes, know lines as a variant of JSON.
const JSON_LINES: HeaderValue =
    HeaderValue::from_static("application/x-ndjson, application/jsonl, application/json;q=0.9, */*;q=0.1");

const UNPREFERRED: &str = "*/*;q=0.1";

/// The `Accept` of a body that is not decoded.
pub(crate) const ANYTHING: HeaderValue = HeaderValue::from_static("*/*");

impl fmt::Display for Reads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no data")
    }
}

impl std::error::Error for Reads {}

impl de::Error for Reads {
    fn custom<M: fmt::Display>(_: M) -> Self {
        Self::Value
    }
}

/// A deserializer that finds out what a type reads.
pub(super) struct Probe;

macro_rules! first_read {
    ($($method:ident($($_argument:ident: $kind:ty),*) => $reads:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, $(_: $kind,)* _: V) -> Result<V::Value, Reads> {
            Err(Reads::$reads)
        }
    )*};
}

// It is compiled for each type, so no method calls another.
impl<'de> Deserializer<'de> for Probe {
    type Error = Reads;

    first_read! {
        deserialize_unit() => Nothing;
        deserialize_str() => Text;
        deserialize_string() => Text;
        deserialize_bytes() => Bytes;
        deserialize_byte_buf() => Bytes;
        deserialize_any() => Value;
        deserialize_bool() => Value;
        deserialize_i8() => Value;
        deserialize_i16() => Value;
        deserialize_i32() => Value;
        deserialize_i64() => Value;
        deserialize_i128() => Value;
        deserialize_u8() => Value;
        deserialize_u16() => Value;
        deserialize_u32() => Value;
        deserialize_u64() => Value;
        deserialize_u128() => Value;
        deserialize_f32() => Value;
        deserialize_f64() => Value;
        deserialize_char() => Value;
        deserialize_unit_struct(name: &'static str) => Value;
        deserialize_seq() => Value;
        deserialize_tuple(len: usize) => Value;
        deserialize_tuple_struct(name: &'static str, len: usize) => Value;
        deserialize_map() => Value;
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) => Value;
        deserialize_enum(name: &'static str, variants: &'static [&'static str]) => Value;
        deserialize_identifier() => Value;
        deserialize_ignored_any() => Value;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reads> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Reads> {
        visitor.visit_newtype_struct(self)
    }
}
