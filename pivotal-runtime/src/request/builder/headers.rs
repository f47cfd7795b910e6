//! Adds headers to a request.

use std::borrow::Cow;

use http::header::{HeaderMap, HeaderName, HeaderValue};

use super::RequestBuilder;
use crate::headers::is_reserved;
use crate::request::parameter::HeaderParameter;
use crate::request::values::ValueError;
use crate::request::writers::HeaderWriter;

impl RequestBuilder {
    /// `header("Name") = "value"`: adds a header that every call sends.
    #[must_use]
    pub fn header_literal(mut self, header: &'static str, value: &'static str) -> Self {
        self.request.headers.append(HeaderName::from_static(header), HeaderValue::from_static(value));
        self
    }

    /// `header("Name") = name`: adds a header, or one for each item of a list.
    #[must_use]
    pub fn header<K>(
        mut self,
        name: &'static str,
        header: &'static str,
        value: &(impl HeaderParameter<K> + ?Sized),
    ) -> Self {
        if self.error.is_none() {
            let written = value.append_to(&mut HeaderWriter::new(&mut self.request.headers, header));
            self.check_header(name, written);
        }
        self
    }

    fn check_header(&mut self, name: &'static str, written: Result<(), ValueError>) {
        self.check(name, written.map_err(in_header));
    }

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
}

#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
fn in_header(error: ValueError) -> Cow<'static, str> {
    format!("is not allowed in a header: {error}").into()
}
