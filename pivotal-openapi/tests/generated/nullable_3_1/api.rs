//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Nullable.
pub static NULLABLE: Api = Api::new();
