//! Nullable 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), jiff (feature serde).

mod api;
mod nullable;
mod present;

pub use self::api::*;
pub use self::nullable::*;

use self::present::some;
