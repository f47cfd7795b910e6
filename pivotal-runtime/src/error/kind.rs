//! The kinds of [`Error`](crate::Error).

/// The kind of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client could not be built, or a setting is missing or wrong.
    ///
    /// The attempt was not sent. Earlier attempts of the call can have been, for instance if refreshed credentials are stale
    /// after a 401: [`attempts`](crate::Error::attempts) is more than 0 then.
    Config,
    /// The arguments are not allowed in a request. Nothing was sent.
    ///
    /// [`parameter_name`](crate::Error::parameter_name) returns the parameter, unless the value is one of
    /// [`CallOptions`](crate::CallOptions).
    Request,
    /// There was no connection to the server, because of DNS, TCP or TLS.
    ///
    /// Nothing was sent, unless [`delivery`](crate::Error::delivery) reports that an earlier attempt may have reached the
    /// server.
    Connect,
    /// A timeout elapsed: see [`elapsed_timeout`](crate::Error::elapsed_timeout).
    ///
    /// It is unknown whether the server did the work, unless [`delivery`](crate::Error::delivery) reports that nothing was
    /// sent.
    Timeout,
    /// The connection was lost before the response was complete.
    ///
    /// It is unknown whether the server did the work, unless [`delivery`](crate::Error::delivery) reports that the server
    /// rejected the request unprocessed.
    Transport,
    /// The server returned a redirect that was not followed: see [`max_redirects`](crate::ClientBuilder::max_redirects).
    Redirect,
    /// The server returned a status that is not a success of the endpoint.
    ///
    /// It is also the kind of a success whose body a [`Format`](crate::Format) identified as an error of the API.
    Api,
    /// The server returned a success whose body could not be decoded.
    Decode,
    /// The body of a success is larger than [`max_response_bytes`](crate::ClientBuilder::max_response_bytes).
    TooLarge,
    /// The pages of a list do not lead to its end.
    Pagination,
}

impl ErrorKind {
    /// Returns the name of the kind, such as `too_large`.
    ///
    /// It is the `error.type` of traces and metrics, for errors without a status. The names are `config`, `request`,
    /// `connect`, `timeout`, `transport`, `redirect`, `api`, `decode`, `too_large` and `pagination`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Request => "request",
            Self::Connect => "connect",
            Self::Timeout => "timeout",
            Self::Transport => "transport",
            Self::Redirect => "redirect",
            Self::Api => "api",
            Self::Decode => "decode",
            Self::TooLarge => "too_large",
            Self::Pagination => "pagination",
        }
    }
}
