//! The content codings of a body (RFC 9110, section 8.4).

use http::header::CONTENT_ENCODING;
use http::{HeaderMap, StatusCode};

use super::DecodeError;

/// The codings that the feature `compression` decodes.
const DECODED: [&str; 5] = ["gzip", "x-gzip", "br", "zstd", "deflate"];

/// The maximum number of codings of one body. Each multiplies the size of a hostile one.
pub(crate) const MAX_CODINGS: usize = 3;

/// Returns the codings of a body, in the order in which they were applied. `identity` is none.
pub(crate) fn codings(headers: &HeaderMap) -> impl Iterator<Item = String> {
    let lists = headers.get_all(CONTENT_ENCODING).into_iter();
    let codings = lists.flat_map(|list| list.as_bytes().split(|byte| *byte == b','));
    codings
        .map(|coding| String::from_utf8_lossy(coding.trim_ascii()).to_ascii_lowercase())
        .filter(|coding| !matches!(coding.as_str(), "" | "identity"))
}

/// Returns whether the body must be decoded before it is read. A range is read as it is.
pub(crate) fn is_encoded(status: StatusCode, headers: &HeaderMap) -> bool {
    headers.contains_key(CONTENT_ENCODING) && status != StatusCode::PARTIAL_CONTENT && codings(headers).next().is_some()
}

/// Describes the coding of a body that nothing has decoded, and the fix.
pub(crate) fn undecoded(headers: &HeaderMap) -> String {
    let names: Vec<_> = codings(headers).collect();
    let is_decoded = names.iter().all(|name| DECODED.contains(&name.as_str()));
    let is_decoded = is_decoded && names.len() <= MAX_CODINGS;
    let names = names.join(", ");
    let fix = match (is_decoded, cfg!(feature = "compression")) {
        (true, false) => "enable the feature `compression` of `pivotal-runtime` to decode it",
        (true, true) => "a transport other than `Client` must decode it",
        (false, _) => "send `Accept-Encoding: identity`, as in `header(\"Accept-Encoding\") = \"identity\"`",
    };
    format!("the body is encoded as `{names}`; {fix}")
}

impl DecodeError {
    /// Describes a body that nothing has decoded.
    #[cold]
    pub(super) fn encoded(headers: &HeaderMap) -> Self {
        Self::from_message(undecoded(headers))
    }
}
