//! HTTP methods.

use std::fmt;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Ident, Path};

use crate::diagnostics::Diagnostics;
use crate::suggest::{are_alike, nearest};

/// The supported methods.
const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// A method as written. An unsupported one is reported, and the rest of the declaration is checked.
pub(crate) struct HttpMethod(Ident);

impl HttpMethod {
    /// Reads a method. `Method::GET` is reported, and read as `GET`.
    pub(crate) fn new(path: &Path, diagnostics: &mut Diagnostics) -> Option<Self> {
        let method = &path.segments.last()?.ident;
        let name = method.to_string();
        if !Self::is_supported(&name) {
            // Only similar names: `GET` for `SET` or `HEAD` for `READ` would be another request.
            let fix = match nearest(&name, METHODS).filter(|candidate| are_alike(&name, candidate)) {
                Some(candidate) => format!("write `{candidate}`"),
                None => format!("expected one of `{}`", METHODS.join("`, `")),
            };
            diagnostics.error(path, format!("unknown HTTP method `{name}`; {fix}"));
        } else if path.get_ident().is_none() {
            diagnostics.error(path, format!("the HTTP method is a plain name; write `{name}`"));
        }
        Some(Self(method.clone()))
    }

    /// Returns whether this is the name of a supported method.
    pub(crate) fn is_supported(name: &str) -> bool {
        METHODS.contains(&name)
    }

    /// Returns whether a request can be repeated without harm (RFC 9110, section 9.2.2).
    pub(crate) fn is_idempotent(&self) -> bool {
        ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"].iter().any(|name| self.0 == name)
    }

    /// Returns whether a request has no body. The meaning of one is not defined, and servers and proxies can reject the
    /// request or ignore the body (RFC 9110, sections 9.3.1 and 9.3.2).
    pub(crate) fn has_no_body(&self) -> bool {
        self.0 == "GET" || self.0 == "HEAD"
    }
}

impl fmt::Display for HttpMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ToTokens for HttpMethod {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
