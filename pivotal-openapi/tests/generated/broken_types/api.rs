//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of the API.
pub static API: Api = Api::new();
