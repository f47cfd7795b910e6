//! The headers of a request: what does not depend on the type of a parameter.

use std::borrow::Cow;

use http::header::HeaderMap;

use super::RequestBuilder;
use crate::headers::is_reserved;
use crate::request::values::ValueError;

impl RequestBuilder {
    /// `header(..) = name`: adds the headers of a map, which replace earlier headers with the same names.
    #[must_use]
    pub fn headers(mut self, name: &'static str, headers: &HeaderMap) -> Self {
        if self.error.is_some() {
            return self;
        }
        if let Some(header) = headers.keys().find(|header| is_reserved(header)) {
            self.check(name, Err(format!("contains `{header}`, which belongs to the connection; remove it").into()));
            return self;
        }
        for header in headers.keys() {
            self.request.headers.remove(header);
        }
        self.request.headers.extend(headers.iter().map(|(header, value)| (header.clone(), value.clone())));
        self
    }

    pub(super) fn check_header(&mut self, name: &'static str, written: Result<(), ValueError>) {
        self.check(name, written.map_err(in_header));
    }
}

#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
fn in_header(error: ValueError) -> Cow<'static, str> {
    format!("is not allowed in a header: {error}").into()
}
