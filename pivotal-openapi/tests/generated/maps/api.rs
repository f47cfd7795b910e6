//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Maps.
pub static MAPS: Api = Api::new();
