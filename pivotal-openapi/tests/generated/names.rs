//! Names 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

// another operation has this id (#/paths/~1c/get/operationId)

mod api;
mod api2;
mod error;
mod mod_;
mod names;
mod names2;
mod note;
mod note2;
mod operations;
mod pivotal_runtime;
mod present2;
mod serde;
mod std;
mod types;
mod types2;
mod unnamed;

pub use self::api::*;
pub use self::api2::*;
pub use self::error::*;
pub use self::mod_::*;
pub use self::names::*;
pub use self::names2::*;
pub use self::note::*;
pub use self::note2::*;
pub use self::operations::*;
pub use self::pivotal_runtime::*;
pub use self::present2::*;
pub use self::serde::*;
pub use self::std::*;
pub use self::types::*;
pub use self::types2::*;
pub use self::unnamed::*;
