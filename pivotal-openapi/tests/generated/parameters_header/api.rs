//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Headers and cookies.
pub static HEADERS_AND_COOKIES: Api = Api::new();
