//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Bodies.
pub static BODIES: Api = Api::new();
