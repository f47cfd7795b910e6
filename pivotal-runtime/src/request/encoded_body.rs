//! A body that is encoded, with its type.

use std::borrow::Cow;
use std::fmt::{Display, Write};

use http::HeaderValue;

use crate::Body;

const OCTET_STREAM: HeaderValue = HeaderValue::from_static("application/octet-stream");
const JSON_LINES: HeaderValue = HeaderValue::from_static("application/x-ndjson");
const PLAIN_TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// A body that is encoded, with its `Content-Type`.
///
/// Hidden methods of the traits for bodies return it.
#[derive(Debug)]
pub struct EncodedBody {
    /// The body, `None` for a parameter that is `None`, or the reason why it cannot be encoded.
    pub(super) body: Result<Option<Body>, Cow<'static, str>>,
    pub(super) content_type: HeaderValue,
}

impl EncodedBody {
    /// Creates the body of a parameter that is `None`.
    pub(crate) fn none() -> Self {
        Self::bytes(None)
    }

    /// Creates a body of bytes without a known type.
    pub(crate) fn bytes(body: Option<Body>) -> Self {
        Self { body: Ok(body), content_type: OCTET_STREAM }
    }

    /// Creates a body of lines of JSON, or the reason why they cannot be encoded.
    pub(crate) fn lines(body: Result<Body, &'static str>) -> Self {
        Self { body: body.map(Some).map_err(Cow::Borrowed), content_type: JSON_LINES }
    }

    /// Creates a body with the text that a value prints.
    pub(crate) fn text(value: &dyn Display) -> Self {
        // Not `to_string`, which panics where a `Display` fails.
        let mut text = String::new();
        let body = match write!(text, "{value}") {
            Ok(()) => Ok(Some(text.into())),
            Err(_) => Err("cannot be printed: its `Display` returned an error".into()),
        };
        Self { body, content_type: PLAIN_TEXT }
    }
}
