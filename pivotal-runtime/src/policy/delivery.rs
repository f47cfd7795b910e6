//! How far a call came before it failed.

/// Whether the server received a call that failed, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Delivery {
    /// The server received nothing.
    NotSent,
    /// The server can have done the work or not: no complete response arrived.
    Unknown,
    /// The server responded.
    Responded,
}
