//! Decodes the content codings of bodies (RFC 9110, section 8.4).

mod coding;
mod decoded;

use http::HeaderValue;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, RANGE};

use self::coding::Coding;
use self::decoded::Decoded;
use crate::Body;
use crate::response::codings;

/// The maximum number of codings of one body. Each multiplies the size of a hostile one.
const MAX_CODINGS: usize = 3;

/// Adds `Accept-Encoding`, unless the call has one. A range refers to the encoded bytes (RFC 9110, section 14.2).
pub(super) fn accept(headers: &mut HeaderMap) {
    if !headers.contains_key(RANGE) {
        headers.entry(ACCEPT_ENCODING).or_insert(const { HeaderValue::from_static("gzip, br, zstd, deflate") });
    }
}

/// Decodes the body, and removes the headers that describe its encoded form. A body with an unknown coding stays as it is.
pub(super) fn decode(response: http::Response<Body>) -> http::Response<Body> {
    if !response.headers().contains_key(CONTENT_ENCODING) || response.body().is_empty() {
        return response;
    }
    let codings: Option<Vec<_>> = codings(response.headers()).map(|name| Coding::parse(&name)).collect();
    let Some(codings) = codings.filter(|codings| (1..=MAX_CODINGS).contains(&codings.len())) else { return response };
    let mut response = response.map(|body| {
        codings.into_iter().rev().fold(body, |body, coding| Body::from_stream(Decoded::new(body, coding), None))
    });
    response.headers_mut().remove(CONTENT_ENCODING);
    response.headers_mut().remove(CONTENT_LENGTH);
    response
}
