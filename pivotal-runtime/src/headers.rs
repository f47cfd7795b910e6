//! Headers that a call cannot set.

use http::header::{CONNECTION, CONTENT_LENGTH, HOST, HeaderMap, HeaderName, TE, TRAILER, TRANSFER_ENCODING, UPGRADE};

/// Headers that describe how a message is carried (RFC 9112). HTTP clients believe them: with another `Content-Length`, they
/// would cut the body.
const FRAMING: [HeaderName; 6] = [CONNECTION, CONTENT_LENGTH, TE, TRAILER, TRANSFER_ENCODING, UPGRADE];

/// The first header of a map that describes how the message is carried. `Host` is none: a server can go by another name than
/// its URL.
pub(crate) fn framing(headers: &HeaderMap) -> Option<&HeaderName> {
    headers.keys().find(|name| FRAMING.contains(name))
}

/// Returns whether a declaration, or credentials, cannot set this header.
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    *name == HOST || FRAMING.contains(name)
}
