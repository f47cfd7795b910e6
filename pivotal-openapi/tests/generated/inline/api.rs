//! The conventions of the API.

use pivotal_runtime::Api;

use super::ListOrdersError;

/// The HTTP conventions of Inline schemas.
pub static INLINE_SCHEMAS: Api = Api::new().error::<ListOrdersError>();
