//! Path parameters 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive).

// left out: GET /list/{ids}, since its path parameter `ids` is a list (#/paths/~1list~1{ids}/get/parameters/0)
// left out: GET /label-list/{ids}, since its path parameter `ids` is a list (#/paths/~1label-list~1{ids}/get/parameters/0)
// left out: GET /object/{point}, since its path parameter `point` is an object (#/paths/~1object~1{point}/get/parameters/0)
// left out: GET /content/{filter}, since its path parameter `filter` is an object (#/paths/~1content~1{filter}/get/parameters/0)
// left out: GET /touching/{a}{b}, since two placeholders of its path touch (#/paths/~1touching~1{a}{b}/get)
// left out: GET /unclosed/{a, since its path has a `{` without `}` (#/paths/~1unclosed~1{a/get)
// left out: GET /unopened/a}, since its path contains a character that a template cannot have (#/paths/~1unopened~1a}/get)
// left out: GET /empty//segment, since its path has an empty segment (#/paths/~1empty~1~1segment/get)
// left out: GET relative, since its path does not start with `/` (#/paths/relative/get)
// left out: GET /dots/../{a}, since its path contains `.` or `..` as a segment (#/paths/~1dots~1..~1{a}/get)
// the placeholder `a` has no parameter, so it is a text (#/paths/~1undeclared~1{a}/get)
// the path does not contain the parameter `a` (#/paths/~1unused/get/parameters/0)
// the placeholder `` has no parameter, so it is a text (#/paths/~1empty~1{}/get)

mod api;
mod path_parameters;

pub use self::api::*;
pub use self::path_parameters::*;
