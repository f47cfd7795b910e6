//! The conventions of the API.

use pivotal_runtime::Api;

use super::Problem;

/// The HTTP conventions of References.
pub static REFERENCES: Api = Api::new()
    .base_url("https://references.example.com")
    .error::<Problem>();
