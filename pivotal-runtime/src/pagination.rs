//! Lists that take more than one request.
//!
//! An endpoint returns [`Pages`], and a page type implements [`Paginated`].

mod iteration;
mod next;
mod pages;
mod paginated;

pub use self::next::Next;
pub use self::pages::{PageStream, Pages};
pub use self::paginated::Paginated;
