//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Recursion.
pub static RECURSION: Api = Api::new();
