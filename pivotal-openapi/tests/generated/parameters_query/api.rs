//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Query parameters.
pub static QUERY_PARAMETERS: Api = Api::new();
