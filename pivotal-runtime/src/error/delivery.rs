//! The delivery of a request whose call failed.

/// Reports whether the server received a request whose call failed, as far as is known.
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
