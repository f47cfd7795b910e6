//! The rules for declarations, one function each.

mod body;
mod cases;
mod configurations;
mod fixed_value;
mod keys;
mod parameters;
mod path_types;
mod statuses;
mod upgrade;
mod value_types;

use self::body::check_method_allows_body;
use self::cases::{check_no_success_is_error, check_successes_given_once};
pub(crate) use self::configurations::check_configurations;
pub(crate) use self::fixed_value::{FixedValue, has_placeholder, mentions};
pub(crate) use self::keys::{check_keys, is_token};
pub(crate) use self::parameters::{check_parameters_sent, is_secret};
pub(crate) use self::path_types::check_path_types;
pub(crate) use self::value_types::check_value_types;
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
