//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Path parameters.
pub static PATH_PARAMETERS: Api = Api::new();
