//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Relative server.
pub static RELATIVE_SERVER: Api = Api::new();
