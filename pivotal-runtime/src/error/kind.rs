//! The kinds of [`Error`](crate::Error).

/// What went wrong, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client could not be built, or lacks what the endpoint needs. Nothing was sent.
    Config,
    /// The arguments make no request. Nothing was sent; [`parameter_name`](crate::Error::parameter_name) says which one is
    /// at fault, if it is one of the method's and not of the [`CallOptions`](crate::CallOptions).
    Request,
    /// No connection to the server: DNS, TCP or TLS. Nothing was sent, unless [`phase`](crate::Error::phase) says that an
    /// earlier attempt may have reached it.
    Connect,
    /// A limit of time ran out; [`elapsed_timeout`](crate::Error::elapsed_timeout) says which. Whether the server did the work is
    /// unknown, unless [`phase`](crate::Error::phase) says that nothing was sent.
    Timeout,
    /// The exchange broke off. Whether the server did the work is unknown, unless
    /// [`phase`](crate::Error::phase) says that it sent the request back unread.
    Transport,
    /// The server sent the call elsewhere. It was not followed, since the key belongs to the base URL.
    Redirect,
    /// The server answered, with a status that is no success.
    Api,
    /// The server answered with a success whose body could not be read.
    Decode,
    /// The body of a success is larger than what is taken into memory.
    TooLarge,
    /// The pages of a list do not lead to its end.
    Pagination,
}
