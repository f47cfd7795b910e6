//! Query parameters 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), jiff (feature serde).

// left out: GET /impossible, since the query parameter `csv` is an object in one pair (#/paths/~1impossible/get/parameters/0)
// the query parameter `deep` is a list with a style for objects (#/paths/~1lists/get/parameters/6)
// the query parameter `objects` is a list of objects (#/paths/~1lists/get/parameters/7)
// the query parameter `lists` is a list of objects (#/paths/~1lists/get/parameters/8)
// the query parameter `csv` is an object in one pair (#/paths/~1objects/get/parameters/1)
// the query parameter `` has no name (#/paths/~1names/get/parameters/7)

mod api;
mod query_parameters;

pub use self::api::*;
pub use self::query_parameters::*;
