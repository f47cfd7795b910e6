//! Types for blocking transports: iterators of lists and streams, a reader of bodies and, with the feature `blocking`, a client.

#[cfg(feature = "blocking")]
mod chunks;
#[cfg(feature = "blocking")]
mod client;
mod iter;
#[cfg(feature = "blocking")]
mod pump;
mod reader;
#[cfg(feature = "blocking")]
mod sent_body;
mod wait;

#[cfg(feature = "blocking")]
pub use self::client::Client;
pub use self::iter::Iter;
pub use self::reader::Reader;
pub use crate::pagination::blocking::{PageIter, Pages};
