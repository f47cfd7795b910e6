//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Descriptions "quoted" */ \<b>bold\</b> \[brackets].
pub static DESCRIPTIONS_QUOTED_B: Api = Api::new();
