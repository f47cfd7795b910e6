//! Types for code that is not async: a client, iterators and a reader.
//!
//! The iterators are for lists and streams, the reader is for bodies. The client needs the feature `blocking`. [Blocking
//! calls](crate::guide::blocking) is the chapter of the guide.

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
