//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Read-only members.
pub static READ_ONLY_MEMBERS: Api = Api::new();
