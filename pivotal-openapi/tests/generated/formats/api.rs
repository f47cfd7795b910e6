//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Formats.
pub static FORMATS: Api = Api::new();
