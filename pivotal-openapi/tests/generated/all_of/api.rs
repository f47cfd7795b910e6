//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of All of.
pub static ALL_OF: Api = Api::new();
