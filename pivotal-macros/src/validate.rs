//! The rules for declarations, one function each.

mod cases;
mod fixed_value;
mod keys;
mod parameters;
mod statuses;

use syn::ext::IdentExt;

use self::cases::{check_no_success_is_error, check_successes_given_once};
pub(crate) use self::fixed_value::{fixed_value_message, has_placeholder};
pub(crate) use self::keys::check_keys;
pub(crate) use self::parameters::{check_parameters_sent_once, is_secret};
use crate::args::{EndpointArgs, Keys};
use crate::diagnostics::Diagnostics;

/// Checks the rules that do not depend on the signature.
pub(crate) fn check_arguments(args: &EndpointArgs, trait_keys: &Keys, diagnostics: &mut Diagnostics) {
    check_method_allows_body(args, diagnostics);
    check_keys(&args.keys, args.scope(trait_keys), diagnostics);
    check_idempotent_is_needed(args, diagnostics);
    check_successes_given_once(&args.keys, diagnostics);
    check_no_success_is_error(args, trait_keys, diagnostics);
}

//     #[endpoint(GET, "/customers", body = filter)]
//     async fn find(&self, filter: &Filter) -> Result<Vec<Customer>, Error>;
//
fn check_method_allows_body(args: &EndpointArgs, diagnostics: &mut Diagnostics) {
    let method = &args.http_method;
    if let Some(body) = &args.keys.body
        && method.has_no_body()
    {
        let name = body.parameter.unraw().to_string();
        let fix = if args.is_url() {
            "declare another method, since a URL from the server is complete".to_owned()
        } else if is_secret(&name) {
            "declare another method, since a URL must not contain a secret".to_owned()
        } else {
            format!("send its fields in the query with `?<{name}..>`, or a single value with `?<{name}>`")
        };
        diagnostics.error(&body.parameter, format!("a `{method}` request has no body; {fix}"));
    }
}

//     #[endpoint(GET, "/customers", idempotent)]
//
fn check_idempotent_is_needed(args: &EndpointArgs, diagnostics: &mut Diagnostics) {
    let method = &args.http_method;
    if let Some(span) = args.keys.idempotent
        && method.is_idempotent()
    {
        diagnostics.error_at(span, format!("a `{method}` request is always idempotent; remove the key"));
    }
}
