//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Broken references.
pub static BROKEN_REFERENCES: Api = Api::new();
