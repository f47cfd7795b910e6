//! The errors of proxies.

use std::error::Error as StdError;
use std::time::Duration;

use http::StatusCode;

use crate::{Delivery, Error, ErrorKind};

/// For implementations of [`HttpClient`](crate::HttpClient) that use proxies.
impl Error {
    /// Creates the error of connecting to a proxy: the server received nothing of the request.
    ///
    /// It is classified like [`from_connect_error`](Self::from_connect_error), and its message names the proxy.
    ///
    /// ```
    /// use std::io;
    ///
    /// use pivotal_runtime::Error;
    ///
    /// let error = Error::from_proxy_error(io::Error::from(io::ErrorKind::ConnectionRefused), None);
    /// assert_eq!(error.to_string(), "no connection to the proxy");
    /// ```
    pub fn from_proxy_error(
        source: impl Into<Box<dyn StdError + Send + Sync>>,
        connect_timeout: Option<Duration>,
    ) -> Self {
        Self::from_connect_error(source, connect_timeout).of_proxy()
    }

    /// Makes the message name the proxy in place of the server.
    pub(super) fn of_proxy(self) -> Self {
        match (self.kind(), self.is_permanent()) {
            (ErrorKind::Connect, true) => self.with_message(
                "the certificate of the proxy was rejected; check the URL of the proxy and its certificate",
            ),
            (ErrorKind::Connect, false) => self.with_message("no connection to the proxy"),
            _ => self,
        }
    }

    /// Creates the error of a proxy that refused to open a tunnel (RFC 9110, section 9.3.6).
    ///
    /// The argument is the status of its response, if it is known. The server received nothing of the request. After 407, the
    /// request is not sent again.
    ///
    /// ```
    /// use pivotal_runtime::{Error, http::StatusCode};
    ///
    /// let error = Error::proxy_refused(Some(StatusCode::BAD_GATEWAY));
    /// assert_eq!(error.to_string(), "the proxy refused the tunnel with status 502");
    /// assert!(error.is_retryable());
    /// ```
    #[must_use]
    pub fn proxy_refused(status: Option<StatusCode>) -> Self {
        let message = match status {
            None => "the proxy refused the tunnel".to_owned(),
            Some(StatusCode::PROXY_AUTHENTICATION_REQUIRED) => {
                "the proxy refused the tunnel with status 407; write user name and password into the URL of the proxy"
                    .to_owned()
            }
            Some(status) => format!("the proxy refused the tunnel with status {}", status.as_u16()),
        };
        let error = Self::new(ErrorKind::Connect, message).with_delivery(Delivery::NotSent);
        if status == Some(StatusCode::PROXY_AUTHENTICATION_REQUIRED) { error.permanent() } else { error }
    }
}
