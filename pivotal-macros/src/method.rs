//! The HTTP methods.

use syn::Ident;

use crate::diagnostics::Diagnostics;
use crate::near_miss::nearest;

/// What may stand first in the attribute.
const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Checks the name of a method.
pub(crate) fn check(method: &Ident, problems: &mut Diagnostics) {
    let name = method.to_string();
    if METHODS.contains(&name.as_str()) {
        return;
    }
    let mend = match nearest(&name, METHODS) {
        Some(candidate) => format!("write `{candidate}`"),
        None => format!("expected one of `{}`", METHODS.join("`, `")),
    };
    problems.error(method, format!("unknown HTTP method `{name}`; {mend}"));
}

/// Whether a request with this method has no body: its meaning is not defined, and servers and proxies may
/// refuse the request or ignore the body (RFC 9110, sections 9.3.1 and 9.3.2).
pub(crate) fn has_no_body(method: &Ident) -> bool {
    method == "GET" || method == "HEAD"
}
