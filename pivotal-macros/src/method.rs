//! The HTTP methods.

use syn::{Ident, Path};

use crate::diagnostics::Diagnostics;
use crate::near_miss::{are_alike, nearest};

/// What may stand first in the attribute.
const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Returns whether this is the name of a method.
pub(crate) fn is_method(name: &str) -> bool {
    METHODS.contains(&name)
}

/// The name of a method: the last of `Method::GET`, too, though that is a mistake.
pub(crate) fn name(written: &Path, problems: &mut Diagnostics) -> Option<Ident> {
    let method = &written.segments.last()?.ident;
    let name = method.to_string();
    if !is_method(&name) {
        // Another word, such as `SET` or `READ`, would become another request.
        let fix = match nearest(&name, METHODS).filter(|candidate| are_alike(&name, candidate)) {
            Some(candidate) => format!("write `{candidate}`"),
            None => format!("expected one of `{}`", METHODS.join("`, `")),
        };
        problems.error(written, format!("unknown HTTP method `{name}`; {fix}"));
    } else if written.get_ident().is_none() {
        problems.error(written, format!("the HTTP method is a plain name; write `{name}`"));
    }
    Some(method.clone())
}

/// Returns whether a request with this method may be sent twice anyway (RFC 9110, section 9.2.2).
pub(crate) fn is_idempotent(method: &Ident) -> bool {
    ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"].iter().any(|name| method == name)
}

/// Returns whether a request with this method has no body: its meaning is not defined, and servers and proxies may
/// refuse the request or ignore the body (RFC 9110, sections 9.3.1 and 9.3.2).
pub(crate) fn has_no_body(method: &Ident) -> bool {
    method == "GET" || method == "HEAD"
}
