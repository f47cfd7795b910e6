//! The conventions of the API.

use pivotal_runtime::Api;

use super::Problem;

/// The HTTP conventions of Errors.
pub static ERRORS: Api = Api::new()
    .base_url("https://errors.example.com/v1")
    .error::<Problem>();
