//! The kinds of [`Error`](crate::Error).

/// The kind of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client could not be built, or lacks a setting that the endpoint needs. Nothing was sent.
    Config,
    /// The arguments are not allowed in a request. Nothing was sent. [`parameter_name`](crate::Error::parameter_name) returns
    /// the parameter, unless the value is one of [`CallOptions`](crate::CallOptions).
    Request,
    /// There was no connection to the server, because of DNS, TCP or TLS. Nothing was sent, unless
    /// [`delivery`](crate::Error::delivery) reports that an earlier attempt may have reached the server.
    Connect,
    /// A timeout elapsed: [`elapsed_timeout`](crate::Error::elapsed_timeout). Whether the server did the work is unknown, unless
    /// [`delivery`](crate::Error::delivery) reports that nothing was sent.
    Timeout,
    /// The connection was lost before the response was complete. Whether the server did the work is unknown, unless
    /// [`delivery`](crate::Error::delivery) reports that the server rejected the request unprocessed.
    Transport,
    /// The server returned a redirect that was not followed: see [`max_redirects`](crate::ClientBuilder::max_redirects).
    Redirect,
    /// The server returned a status that is not a success of the endpoint, or a body that its [`Format`](crate::Format) identified
    /// as an error.
    Api,
    /// The server returned a success whose body could not be decoded.
    Decode,
    /// The body of a success is larger than [`max_response_bytes`](crate::ClientBuilder::max_response_bytes).
    TooLarge,
    /// The pages of a list do not lead to its end.
    Pagination,
}

impl ErrorKind {
    /// The name of the kind, such as `too_large`: the `error.type` of traces and metrics, for errors without a status.
    ///
    /// The names are `config`, `request`, `connect`, `timeout`, `transport`, `redirect`, `api`, `decode`, `too_large` and
    /// `pagination`.
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
