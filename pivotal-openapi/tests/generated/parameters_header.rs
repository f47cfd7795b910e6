//! Headers and cookies 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), jiff (feature serde).

// left out: GET /host, since the header `Content-Length` belongs to the connection (#/paths/~1host/get/parameters/0)
// left out: GET /cookie-required, since its cookie `session` is required, and cookies are not declared (#/paths/~1cookie-required/get/parameters/0)
// the header `X-Object` is an object (#/paths/~1headers/get/parameters/4)
// the header `X-Json` is an object (#/paths/~1headers/get/parameters/8)
// the header `Host` belongs to the connection (#/paths/~1headers/get/parameters/12)
// the header `bad name` has a name that HTTP does not allow (#/paths/~1headers/get/parameters/13)
// the header `` has a name that HTTP does not allow (#/paths/~1headers/get/parameters/14)
// the header `Upgrade` belongs to the connection (#/paths/~1upgrade/get/parameters/0)
// the header `Connection` belongs to the connection (#/paths/~1upgrade/get/parameters/1)
// the optional cookie `session` is not declared (#/paths/~1cookie/get/parameters/0)

mod api;
mod headers_and_cookies;

pub use self::api::*;
pub use self::headers_and_cookies::*;
