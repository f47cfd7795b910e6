//! The delivery of a request whose call failed.

/// Reports whether the server received the request of a failed call, as far as is known.
///
/// [`Error::delivery`](crate::Error::delivery) returns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Delivery {
    /// The server received nothing.
    NotSent,
    /// The server may have done the work: there was no complete response.
    Unknown,
    /// The server responded.
    Responded,
}
