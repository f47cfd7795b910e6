//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Names.
pub static NAMES: Api = Api::new();
