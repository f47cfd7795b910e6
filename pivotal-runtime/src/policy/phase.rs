//! How far a call came.

/// How far a call came before it failed: what may be known of its effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// The server has seen nothing of it.
    NotSent,
    /// The server may have done the work or not: no complete answer came.
    Unknown,
    /// The server answered.
    Answered,
}
