//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of API.
pub static API: Api = Api::new();
