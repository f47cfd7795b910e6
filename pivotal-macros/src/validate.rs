//! The rules for declarations, one function for each.

mod fixed_value;
mod keys;
mod parameters;

use syn::ext::IdentExt;

pub(crate) use self::fixed_value::{has_placeholder, message as fixed_value_message};
pub(crate) use self::keys::{check_keys, is_status};
pub(crate) use self::parameters::{every_parameter_is_sent_once, is_secret};
use crate::args::{EndpointArgs, Scope};
use crate::defaults::Defaults;
use crate::diagnostics::Diagnostics;
use crate::method::{has_no_body, is_idempotent};

/// Checks the rules that do not depend on the signature.
pub(crate) fn arguments(args: &EndpointArgs, defaults: &Defaults, problems: &mut Diagnostics) {
    method_may_have_a_body(args, problems);
    check_keys(&args.keys, Scope::Method { http_method: &args.method, of_trait: &defaults.keys }, problems);
    idempotent_says_something_new(args, problems);
}

//     #[endpoint(GET, "/customers", body = filter)]
//     async fn find(&self, filter: &Filter) -> Result<Vec<Customer>, Error>;
//
fn method_may_have_a_body(args: &EndpointArgs, problems: &mut Diagnostics) {
    let method = &args.method;
    if let Some(body) = &args.keys.body
        && has_no_body(method)
    {
        let name = body.parameter.unraw().to_string();
        let fix = if is_secret(&name) {
            "declare another method, since a URL must not contain a secret".to_owned()
        } else {
            format!("send its fields in the query with `?<{name}..>`, or a single value with `?<{name}>`")
        };
        problems.error(&body.parameter, format!("a `{method}` request has no body; {fix}"));
    }
}

//     #[endpoint(GET, "/customers", idempotent)]
//
fn idempotent_says_something_new(args: &EndpointArgs, problems: &mut Diagnostics) {
    let method = &args.method;
    if let Some(key) = &args.keys.idempotent
        && is_idempotent(method)
    {
        problems.error(key, format!("a `{method}` request is idempotent anyway; remove the key"));
    }
}
