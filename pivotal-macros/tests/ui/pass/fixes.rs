//! The declarations in `tests/fixes`. Recorded by `UPDATE_EXPECT=1 cargo test -p pivotal-macros --lib fixes`.

#![allow(warnings)]

#[path = "../../fixes/prelude.rs"]
mod prelude;

static GITHUB: pivotal_runtime::Api = pivotal_runtime::Api::new();

#[path = "../../fixes/api.rs"]
mod api;
#[path = "../../fixes/api_value.rs"]
mod api_value;
#[path = "../../fixes/attribute.rs"]
mod attribute;
#[path = "../../fixes/auth.rs"]
mod auth;
#[path = "../../fixes/body.rs"]
mod body;
#[path = "../../fixes/bound.rs"]
mod bound;
#[path = "../../fixes/cases.rs"]
mod cases;
#[path = "../../fixes/common_path.rs"]
mod common_path;
#[path = "../../fixes/declarations_arguments.rs"]
mod declarations_arguments;
#[path = "../../fixes/declarations_keys.rs"]
mod declarations_keys;
#[path = "../../fixes/declarations_parameters.rs"]
mod declarations_parameters;
#[path = "../../fixes/declarations_query.rs"]
mod declarations_query;
#[path = "../../fixes/declarations_template.rs"]
mod declarations_template;
#[path = "../../fixes/declarations_traits.rs"]
mod declarations_traits;
#[path = "../../fixes/declarations_types.rs"]
mod declarations_types;
#[path = "../../fixes/declarations_values.rs"]
mod declarations_values;
#[path = "../../fixes/defaults.rs"]
mod defaults;
#[path = "../../fixes/endpoints.rs"]
mod endpoints;
#[path = "../../fixes/error_type.rs"]
mod error_type;
#[path = "../../fixes/form.rs"]
mod form;
#[path = "../../fixes/format.rs"]
mod format;
#[path = "../../fixes/header.rs"]
mod header;
#[path = "../../fixes/http_method.rs"]
mod http_method;
#[path = "../../fixes/idempotent.rs"]
mod idempotent;
#[path = "../../fixes/key.rs"]
mod key;
#[path = "../../fixes/parameter.rs"]
mod parameter;
#[path = "../../fixes/placeholder.rs"]
mod placeholder;
#[path = "../../fixes/query.rs"]
mod query;
#[path = "../../fixes/response.rs"]
mod response;
#[path = "../../fixes/return_type.rs"]
mod return_type;
#[path = "../../fixes/signature.rs"]
mod signature;
#[path = "../../fixes/style.rs"]
mod style;
#[path = "../../fixes/success.rs"]
mod success;
#[path = "../../fixes/template.rs"]
mod template;
#[path = "../../fixes/timeout.rs"]
mod timeout;
#[path = "../../fixes/until.rs"]
mod until;
#[path = "../../fixes/url.rs"]
mod url;

fn main() {}
