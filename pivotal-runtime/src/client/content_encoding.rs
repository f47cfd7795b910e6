//! Decodes the content codings of bodies (RFC 9110, section 8.4).

mod coding;
mod decoded;

use http::HeaderValue;
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HeaderMap, RANGE};

use self::coding::Coding;
use self::decoded::Decoded;
use crate::Body;
use crate::response::{MAX_CODINGS, codings, is_encoded};

/// Adds `Accept-Encoding`, unless the call has one. A range refers to the encoded bytes (RFC 9110, section 14.2).
pub(super) fn accept(headers: &mut HeaderMap) {
    if !headers.contains_key(RANGE) {
        headers.entry(ACCEPT_ENCODING).or_insert(const { HeaderValue::from_static("gzip, br, zstd, deflate") });
    }
}

/// Decodes the body, and removes the headers that describe its encoded form. A body with an unknown coding stays as it is,
/// and so does a range, which is a part of the encoded form (RFC 9110, section 14.2).
pub(super) fn decode(response: &mut http::Response<Body>) {
    if !is_encoded(response.status(), response.headers()) || response.body().is_empty() {
        return;
    }
    let codings: Option<Vec<_>> = codings(response.headers()).map(|name| Coding::parse(&name)).collect();
    let Some(codings) = codings.filter(|codings| codings.len() <= MAX_CODINGS) else { return };
    let encoded = std::mem::take(response.body_mut());
    let max_item_bytes = encoded.max_item_bytes();
    *response.body_mut() = codings.into_iter().rev().fold(encoded, |body, coding| {
        Body::from_stream(Decoded::new(body, coding), None).with_max_item_bytes(max_item_bytes)
    });
    response.headers_mut().remove(CONTENT_ENCODING);
    response.headers_mut().remove(CONTENT_LENGTH);
}
