//! Writes the texts of values into the parts of a request.

mod header;
mod path;
mod query;

pub use self::header::HeaderWriter;
#[cfg(feature = "testing")]
pub(crate) use self::path::EMPTY_SEGMENT;
pub(super) use self::path::{PathPlace, PathWriter, dot_segment};
pub(super) use self::query::{JoinedWriter, QueryWriter, push_json};
