//! The error of a call.

mod accessors;
mod constructors;
mod delivery;
mod detail;
mod display;
mod error_body;
mod error_response;
mod kind;
mod problem_details;
mod record;
#[cfg(any(feature = "tracing", feature = "testing"))]
mod redacted_url;
mod repair;
mod secrets;
mod server_text;
#[cfg(feature = "testing")]
mod test_error;

use std::borrow::Cow;
use std::error::Error as StdError;

use self::detail::LazyDetail;
use self::error_response::ErrorResponse;
use crate::{Api, Endpoint, Timeout};

pub use self::delivery::Delivery;
pub(crate) use self::detail::{CustomDetail, Detail, ReadDetail, read_detail};
pub use self::detail::{ErrorCase, ErrorTypes};
pub use self::error_body::ErrorBody;
pub(crate) use self::error_response::{MAX_ERROR_BODY, REQUEST_ID};
pub use self::kind::ErrorKind;
pub use self::problem_details::ProblemDetails;
pub(crate) use self::record::{Record, RedirectAdvice};
#[cfg(any(feature = "tracing", feature = "testing"))]
pub(crate) use self::redacted_url::redacted_url;
pub(crate) use self::secrets::{SentRequest, is_credential};
pub(crate) use self::server_text::escaped_start;
#[cfg(feature = "testing")]
pub use self::test_error::TestError;

/// The error of a call, or of building a client.
///
/// `Display` shows the endpoint, the cause and, if possible, how to fix it. [`source`](StdError::source) returns the error
/// that caused it. The type is one pointer wide.
///
/// ```
/// # use pivotal_runtime::{Error, ErrorKind};
/// fn report(error: &Error) {
///     match error.kind() {
///         ErrorKind::Api if error.code() == Some("slug_taken") => println!("choose another slug"),
///         ErrorKind::Api if error.is_not_found() => println!("not found"),
///         _ if error.is_retryable() => println!("try again later: {error}"),
///         _ => println!("{error}"),
///     }
/// }
/// ```
///
/// [Errors](crate::guide::errors) is the chapter of the guide.
///
/// # Secrets
///
/// `Display`, `Debug` and the sources show no credentials, URLs, values of a request, or bodies. There are two exceptions:
///
/// - the message and the code that the server returned;
/// - the source of an error of kind [`Decode`](ErrorKind::Decode). It is the error of a [`Format`](crate::Format), and can
///   contain values of the body.
///
/// In texts of the server, `[redacted]` replaces each of these values, if it has 8 bytes or more:
///
/// - the values of `Authorization`, `Proxy-Authorization` and `Cookie`, and those that the
///   [`Credentials`](crate::Credentials) added;
/// - the value of a header that is marked sensitive, unless the method declares it;
/// - the value of a header or query pair whose name is `sig`, or contains `key`, `token`, `secret`, `signature`, `password`,
///   `credential`, `auth`, `session` or `cookie`;
/// - segments of the base path, or of the path of a URL from the server, that have 16 bytes or more and contain a digit.
///
/// Values are found raw, without their scheme, percent-encoded and base64-decoded.
///
/// Control characters, characters that change the direction of text, and invisible ones are escaped. `Display` shows at most
/// 1,024 characters of a message, and at most 128 of other texts.
///
/// # Bodies that cannot be decoded
///
/// The error shows the path to the value. It contains names that the type declares, as in `data[3].id`. Keys of a map are
/// values of the body, so the path contains their positions, as in `scores{3}`.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    endpoint: Option<&'static Endpoint>,
    parameter: Option<&'static str>,
    message: Cow<'static, str>,
    delivery: Option<Delivery>,
    timeout: Option<Timeout>,
    /// Another attempt would fail in the same way.
    is_permanent: bool,
    /// The request came back unsent or unprocessed.
    is_unprocessed: bool,
    /// The body, read into the error type of the endpoint, or a detail from user code.
    detail: LazyDetail,
    /// The body, read into the error type of the API.
    api_detail: LazyDetail,
    api: Option<&'static Api>,
    record: Record,
    response: Option<ErrorResponse>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

impl From<std::convert::Infallible> for Error {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

const _: () = assert!(size_of::<Error>() == size_of::<usize>());
