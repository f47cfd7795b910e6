//! Lists that take more than one request.
//!
//! An endpoint returns [`Pages`], and a page type implements [`Paginated`].

pub(crate) mod blocking;
mod body_field;
mod iteration;
mod link_header;
mod link_page;
mod next;
mod pages;
mod paginated;
mod position;
mod progress;
mod sent;

pub use self::link_page::LinkPage;
pub use self::next::Next;
pub use self::pages::{PageStream, Pages};
pub use self::paginated::Paginated;
#[cfg(feature = "testing")]
pub(crate) use self::progress::REPEATED_POSITION;
pub use self::sent::Sent;
