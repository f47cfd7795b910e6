//! Names of headers: which are valid, and which a call cannot set.

use http::header::{HOST, HeaderMap, HeaderName};

/// The header for the key of a caller, if the API names none (draft-ietf-httpapi-idempotency-key-header).
pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

macro_rules! framing {
    ($($name:literal),*) => {
        /// Headers that declarations and credentials cannot set.
        const RESERVED_NAMES: &[&str] = &["host", $($name),*];

        /// Headers that frame a message (RFC 9112). HTTP clients trust them: with a wrong `Content-Length`, they would truncate
        /// the body.
        const FRAMING: [HeaderName; RESERVED_NAMES.len() - 1] = [$(HeaderName::from_static($name)),*];
    };
}

framing!("connection", "content-length", "te", "trailer", "transfer-encoding", "upgrade");

/// Finds a header that frames the message. `Host` is not one of them: the name of a server can differ from its URL.
pub(crate) fn find_framing(headers: &HeaderMap) -> Option<&HeaderName> {
    headers.keys().find(|name| FRAMING.contains(name))
}

/// Returns whether declarations and credentials cannot set this header.
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    *name == HOST || FRAMING.contains(name)
}

/// Returns the same as [`is_reserved`], for constants.
pub(crate) const fn is_reserved_name(name: &str) -> bool {
    let mut names = RESERVED_NAMES;
    while let [reserved, rest @ ..] = names {
        if is_same(name.as_bytes(), reserved.as_bytes()) {
            return true;
        }
        names = rest;
    }
    false
}

/// Returns whether two names are the same, in any case.
const fn is_same(mut name: &[u8], mut other: &[u8]) -> bool {
    while let ([a, name_rest @ ..], [b, other_rest @ ..]) = (name, other)
        && a.eq_ignore_ascii_case(b)
    {
        (name, other) = (name_rest, other_rest);
    }
    name.is_empty() && other.is_empty()
}

/// Returns whether the byte is allowed in a token, such as the name of a header (RFC 9110, section 5.6.2).
pub(crate) const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~')
}
