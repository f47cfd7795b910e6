//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Webhooks.
pub static WEBHOOKS: Api = Api::new();
