//! The rules for `cfg` on parameters.

use quote::quote;
use syn::Ident;

use crate::args::compact;
use crate::cfg::{negated, predicate};
use crate::configurations::{Conditions, Configuration, MOST_CONDITIONS};
use crate::diagnostics::Diagnostics;
use crate::model::{Endpoint, Step};
use crate::signature::Parameter;

//     #[endpoint(GET, "/customers/<id>")]
//     async fn customer(&self, #[cfg(feature = "ids")] id: u64) -> Result<Customer, Error>;
//
/// Checks that the path is the same in all configurations, and that they are not too many.
pub(crate) fn check_configurations(endpoint: &Endpoint<'_>, diagnostics: &mut Diagnostics) {
    let conditions = Conditions::of(endpoint.parameters);
    if let Some(parameter) = conditions.surplus(endpoint.parameters) {
        diagnostics.error(
            parameter.cfgs.first(),
            format!(
                "the parameters of an endpoint have at most {MOST_CONDITIONS} different `cfg`; declare a method of its \
                 own for this one"
            ),
        );
        return;
    }
    let mut reported: Vec<&Ident> = Vec::new();
    for step in &endpoint.steps {
        let (what, parameter) = match step {
            Step::Url(parameter) => ("the URL", parameter),
            Step::Segment(parameter) | Step::Part(parameter) | Step::Segments(parameter) => ("a segment", parameter),
            _ => continue,
        };
        let is_missing = |configuration: Configuration<'_>| {
            let is_present = |other: &Parameter| other.ident == parameter.ident && configuration.has(&other.cfgs);
            !endpoint.parameters.iter().any(is_present)
        };
        if let Some(predicate) = predicate(&parameter.cfgs)
            && !reported.contains(&&parameter.ident)
            && conditions.configurations().any(is_missing)
        {
            reported.push(&parameter.ident);
            let opposite = negated(&predicate).unwrap_or_else(|| quote!(not(#predicate)));
            let (predicate, opposite, name) = (compact(predicate), compact(opposite), parameter.name());
            diagnostics.error(
                parameter.cfgs.first(),
                format!(
                    "{what} cannot be left out; declare two methods, one with `#[cfg({predicate})]` and `<{name}>`, and \
                     one with `#[cfg({opposite})]`"
                ),
            );
        }
    }
}
