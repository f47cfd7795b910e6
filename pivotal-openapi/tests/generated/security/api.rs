//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Security.
///
/// The credentials of a client are one of these:
///
/// - `Bearer::new(token)`
/// - `Basic::new(user, password)`
/// - `ApiKey::header("X-Api-Key", key)`
/// - `ApiKey::query("api_key", key)`
pub static SECURITY: Api = Api::new().base_url("https://security.example.com");
