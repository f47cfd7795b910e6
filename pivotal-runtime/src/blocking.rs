//! Types for blocking transports: an iterator of lists and, with the feature `blocking`, a client.

#[cfg(feature = "blocking")]
mod client;

#[cfg(feature = "blocking")]
pub use self::client::Client;
pub use crate::pagination::blocking::{PageIter, Pages};
