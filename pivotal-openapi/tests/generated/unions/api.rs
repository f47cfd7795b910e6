//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Unions.
pub static UNIONS: Api = Api::new();
