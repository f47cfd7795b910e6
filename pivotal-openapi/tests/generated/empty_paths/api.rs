//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Empty paths.
pub static EMPTY_PATHS: Api = Api::new();
