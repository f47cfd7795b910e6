//! A body in its encoding.

use std::borrow::Cow;

use http::HeaderValue;

use crate::Body;

/// A body and its media type.
#[derive(Debug)]
pub struct EncodedBody {
    pub(super) body: Result<Body, Cow<'static, str>>,
    pub(super) content_type: HeaderValue,
}

impl EncodedBody {
    pub(crate) fn new(body: Result<Body, Cow<'static, str>>, content_type: &'static str) -> Self {
        Self { body, content_type: HeaderValue::from_static(content_type) }
    }
}
