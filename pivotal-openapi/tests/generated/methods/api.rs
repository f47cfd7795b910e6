//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Methods.
pub static METHODS: Api = Api::new();
