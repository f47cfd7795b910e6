//! The conventions of the API.

use pivotal_runtime::Api;

use super::Problem;

/// The HTTP conventions of Responses.
pub static RESPONSES: Api = Api::new().error::<Problem>();
