//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Only webhooks.
pub static ONLY_WEBHOOKS: Api = Api::new();
