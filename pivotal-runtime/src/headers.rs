//! Names of headers: which are valid, and which a call cannot set.

use http::header::{HOST, HeaderMap, HeaderName};

macro_rules! framing {
    ($($name:literal),*) => {
        /// Headers that frame a message (RFC 9112). HTTP clients trust them: with a wrong `Content-Length`, they would truncate
        /// the body.
        const FRAMING: [HeaderName; FRAMING_NAMES.len()] = [$(HeaderName::from_static($name)),*];

        /// The names of [`FRAMING`], for constants.
        const FRAMING_NAMES: &[&str] = &[$($name),*];
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
    let mut names = FRAMING_NAMES;
    while let [first, rest @ ..] = names {
        if name.eq_ignore_ascii_case(first) {
            return true;
        }
        names = rest;
    }
    name.eq_ignore_ascii_case("host")
}

/// Returns whether the byte is allowed in a token, such as the name of a header (RFC 9110, section 5.6.2).
pub(crate) const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~')
}
