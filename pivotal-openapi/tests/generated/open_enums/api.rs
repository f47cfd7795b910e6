//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Open enums.
pub static OPEN_ENUMS: Api = Api::new();
