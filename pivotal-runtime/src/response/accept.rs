//! The `Accept` header that matches the type of a response.

use std::fmt;

use http::HeaderValue;
use serde::de::{self, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

/// What a type reads first. The error of a deserializer without data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Reads {
    /// Nothing: `()`.
    Nothing,
    /// A text.
    Text,
    /// The body as it is.
    Bytes,
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
        }
    }

    /// The `Accept` of a response in another format, which decodes all types but bytes.
    pub(crate) fn accept_formatted(self, format: HeaderValue) -> HeaderValue {
        match self {
            Self::Bytes => ANYTHING,
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

impl<'de> Deserializer<'de> for Probe {
    type Error = Reads;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Reads> {
        Err(Reads::Value)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Reads> {
        Err(Reads::Nothing)
    }

    fn deserialize_str<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Reads> {
        Err(Reads::Text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Reads> {
        Err(Reads::Text)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Reads> {
        Err(Reads::Bytes)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Reads> {
        Err(Reads::Bytes)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reads> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Reads> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char unit_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}
