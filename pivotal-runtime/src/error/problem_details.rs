//! Problem details (RFC 9457).

use serde::{Deserialize, Serialize};

use super::ErrorBody;

/// Problem details for HTTP APIs (RFC 9457).
///
/// They are the body of errors of type `application/problem+json`. `detail`, or else `title`, is the message. `type` is the
/// code, unless it is `about:blank`.
///
/// ```
/// use pivotal_runtime::{ErrorBody, ProblemDetails};
///
/// let body = r#"{"type":"https://example.com/out-of-credit","title":"Out of credit","balance":30}"#;
/// let problem: ProblemDetails = serde_json::from_str(body)?;
/// assert_eq!(problem.message(), Some("Out of credit"));
/// assert_eq!(problem.code(), Some("https://example.com/out-of-credit"));
/// assert_eq!(problem.extensions["balance"], 30);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ProblemDetails {
    /// `type`: a URI that identifies the type of the problem (section 3.1.1).
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_uri: Option<String>,
    /// `title`: a summary of the type of the problem (section 3.1.3).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// `status`: the status that the origin server generated (section 3.1.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// `detail`: an explanation of this occurrence of the problem (section 3.1.4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// `instance`: a URI that identifies this occurrence of the problem (section 3.1.5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// All other members (section 3.2).
    #[serde(flatten)]
    pub extensions: serde_json::Map<String, serde_json::Value>,
}

#[diagnostic::do_not_recommend]
impl ErrorBody for ProblemDetails {
    fn message(&self) -> Option<&str> {
        self.detail.as_deref().or(self.title.as_deref())
    }

    fn code(&self) -> Option<&str> {
        self.type_uri.as_deref().filter(|uri| *uri != "about:blank")
    }
}
