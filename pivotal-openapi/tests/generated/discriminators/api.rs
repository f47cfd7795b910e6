//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Discriminators.
pub static DISCRIMINATORS: Api = Api::new();
