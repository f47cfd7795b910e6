//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of The Open API.
///
/// Other servers:
///
/// - `https://sandbox.example.com`: The sandbox.
pub static OPEN: Api = Api::new().base_url("https://eu.example.com:8443/v2");
