//! Return types of endpoints.
//!
//! These traits decide which types a method can return, and supply the compile errors for those that it cannot. They are
//! sealed: implement `serde::Deserialize` for a type, and endpoints can return it.

mod cases;
mod from_body;
mod from_response;
mod outcome;
mod readable;
mod returns_events;

pub use self::cases::{Case, Cases, OneOf, OtherCases, Variant};
pub use self::from_body::FromBody;
pub use self::from_response::{FromResponse, Inferred, InferredOption, Listed};
pub use self::outcome::{Deliver, FromError, Outcome};
pub use self::readable::Readable;
pub use self::returns_events::{ContainsEvents, ReturnsEvents};
pub use crate::response::events::FromEvent;
