//! Builds the [`Request`] of a call from the arguments of its method.

use std::borrow::Cow;
use std::fmt::{Display, Write};

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::form::{push_fields, push_pair, push_pair_with_raw_key, push_separator};
use super::parameter::{
    BytesBody, FormBody, FormField, HeaderParameter, JsonBody, PathParameter, QueryFields, QueryParameter, StreamBody,
    TextBody,
};
use super::path::{SegmentError, push_segments};
use super::url::ServerUrl;
use super::values::{ValueError, each_text};
use super::{EncodedBody, FormattedRequestBuilder, Multipart, Request};
use crate::call::{Call, ResponseFuture, State};
use crate::error::ErrorTypes;
use crate::headers::is_reserved;
use crate::response::return_type::{Deliver, Outcome, ReturnsEvents};
use crate::response::{ExpectedResponse, ResponseSpec};
use crate::{Body, DynTransport, Endpoint, Error, ErrorBody, Format, Json};

const OCTET_STREAM: HeaderValue = HeaderValue::from_static("application/octet-stream");

/// Builds the request of one call, in the order of the request line.
///
/// The first error is kept until the request is sent, and later parameters are skipped.
#[derive(Debug)]
pub struct RequestBuilder {
    request: Request,
    query: String,
    error: Option<Error>,
}

impl RequestBuilder {
    /// Starts a request of this endpoint.
    #[must_use]
    pub fn new(endpoint: &'static Endpoint) -> Self {
        let spec = ResponseSpec::new(endpoint);
        // The template, and an id in place of its name.
        let path_and_query = String::with_capacity(endpoint.template().len() + 32);
        let request = Request {
            spec,
            path_and_query,
            url: None,
            headers: HeaderMap::new(),
            body: None,
            options: None,
            is_later_page: false,
        };
        Self { request, query: String::new(), error: None }
    }

    // Code that depends on the type of a parameter is compiled for each type, in the user's crate. So there is little of it:
    // the rest is in functions that are compiled once, here.

    /// Keeps the error of a parameter.
    fn check(&mut self, name: &'static str, result: Result<(), Cow<'static, str>>) {
        if let Err(message) = result {
            self.error = Some(Error::parameter(name, message));
        }
    }

    /// `"<url>"`: sends the request to a URL from the server, in place of a path.
    #[must_use]
    pub fn url(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.set_url(name, &value);
        self
    }

    fn set_url(&mut self, name: &'static str, value: &dyn Display) {
        match ServerUrl::parse(value) {
            Ok(url) => self.request.set_url(url),
            Err(message) => self.check(name, Err(message)),
        }
    }

    /// Adds a part of the path that is sent as written.
    #[must_use]
    pub fn literal(mut self, text: &'static str) -> Self {
        self.request.path_and_query.push_str(text);
        self
    }

    /// `<name>`: adds one segment to the path.
    #[must_use]
    pub fn segment(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.push_path(name, &value, false);
        self
    }

    /// `<name..>`: adds several segments to the path.
    #[must_use]
    pub fn segments(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.push_path(name, &value, true);
        self
    }

    fn push_path(&mut self, name: &'static str, value: &dyn Display, keep_slashes: bool) {
        if self.error.is_none() {
            let pushed =
                push_segments(&mut self.request.path_and_query, value, keep_slashes).map_err(SegmentError::message);
            self.check(name, pushed);
        }
    }

    /// Adds a pair to the query that is sent as written.
    #[must_use]
    pub fn query_literal(mut self, pair: &'static str) -> Self {
        push_separator(&mut self.query);
        self.query.push_str(pair);
        self
    }

    /// `?key=<name>`: adds a pair, or one for each item of a list. The key is sent as written.
    #[must_use]
    pub fn query(mut self, name: &'static str, key: &'static str, value: &(impl QueryParameter + ?Sized)) -> Self {
        if self.error.is_none() {
            let query = &mut self.query;
            let pushed = each_text(value, &mut |text| {
                push_pair_with_raw_key(query, key, text);
                Ok(())
            });
            self.check(name, pushed.map_err(in_query));
        }
        self
    }

    /// `?<name..>`: adds a pair for each field.
    #[must_use]
    pub fn query_fields(mut self, name: &'static str, fields: &(impl QueryFields + ?Sized)) -> Self {
        if self.error.is_none() {
            let pushed = push_fields(&mut self.query, fields);
            self.check(name, pushed.map_err(in_query));
        }
        self
    }

    /// `header("Name") = "value"`: adds a header that every call sends.
    #[must_use]
    pub fn header_literal(mut self, header: &'static str, value: &'static str) -> Self {
        self.request.headers.append(HeaderName::from_static(header), HeaderValue::from_static(value));
        self
    }

    /// `header("Name") = name`: adds a header, or one for each item of a list.
    #[must_use]
    pub fn header(mut self, name: &'static str, header: &'static str, value: &(impl HeaderParameter + ?Sized)) -> Self {
        if self.error.is_none() {
            let headers = &mut self.request.headers;
            let appended = each_text(value, &mut |text| append(headers, header, text));
            self.check(name, appended.map_err(in_header));
        }
        self
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

    /// `body = name`: sets the body, as JSON (RFC 8259).
    #[must_use]
    pub fn json(mut self, name: &'static str, value: &(impl JsonBody + ?Sized)) -> Self {
        if self.error.is_none() {
            self.json_body(name, serde_json::to_vec(value));
        }
        self
    }

    pub(super) fn formatted_body<E>(
        &mut self,
        name: &'static str,
        content_type: HeaderValue,
        body: Result<Vec<u8>, E>,
    ) {
        match body {
            Ok(body) => self.body(body.into(), content_type),
            Err(_) => {
                self.check(
                    name,
                    Err("cannot be written in its format: a type in it, or the format, rejects its value".into()),
                );
            }
        }
    }

    /// Returns whether no parameter had an error.
    pub(super) fn is_valid(&self) -> bool {
        self.error.is_none()
    }

    fn json_body(&mut self, name: &'static str, json: serde_json::Result<Vec<u8>>) {
        match json {
            Ok(json) => self.body(json.into(), const { HeaderValue::from_static("application/json") }),
            Err(_) => self.check(name, Err("cannot be written as JSON: a type in it rejects its value".into())),
        }
    }

    /// `form = name`: sets the body, as a form (WHATWG URL, section 5.2).
    #[must_use]
    pub fn form(mut self, name: &'static str, fields: &(impl FormBody + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut form = self.take_form();
            let pushed = push_fields(&mut form, fields);
            self.form_body(name, form, pushed);
        }
        self
    }

    fn form_body(&mut self, name: &'static str, form: String, pushed: Result<(), ValueError>) {
        match pushed {
            Ok(()) => self.body(form.into(), const { HeaderValue::from_static("application/x-www-form-urlencoded") }),
            Err(error) => self.check(name, Err(format!("cannot be written as a form: {error}").into())),
        }
    }

    /// `form("field") = name`: adds a field to the form, or one for each item of a list.
    #[must_use]
    pub fn form_field(mut self, name: &'static str, field: &'static str, value: &(impl FormField + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut form = self.take_form();
            let pushed = each_text(value, &mut |text| {
                push_pair(&mut form, field, text);
                Ok(())
            });
            self.form_body(name, form, pushed);
        }
        self
    }

    /// `form("field") = "value"`: adds a field to the form that every call sends.
    #[must_use]
    pub fn form_literal(mut self, field: &'static str, value: &'static str) -> Self {
        let mut form = self.take_form();
        push_pair(&mut form, field, Some(value));
        self.form_body("", form, Ok(()));
        self
    }

    /// Returns the form so far.
    fn take_form(&mut self) -> String {
        let bytes = self.request.body.take().unwrap_or_default().into_bytes().unwrap_or_default();
        String::from_utf8(bytes.into()).unwrap_or_default()
    }

    /// `text = name`: sets the body, as text in UTF-8.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: &(impl TextBody + ?Sized)) -> Self {
        self.text_body(name, &value);
        self
    }

    fn text_body(&mut self, name: &'static str, value: &dyn Display) {
        if self.error.is_some() {
            return;
        }
        // Not `to_string`, which panics where a `Display` fails.
        let mut text = String::new();
        match write!(text, "{value}") {
            Ok(()) => self.body(text.into(), const { HeaderValue::from_static("text/plain; charset=utf-8") }),
            Err(_) => self.check(name, Err(SegmentError::Unprintable.message())),
        }
    }

    /// `bytes = name`: sets the body, as bytes.
    #[must_use]
    pub fn bytes(mut self, _name: &'static str, value: &(impl BytesBody + ?Sized)) -> Self {
        self.body(value.to_bytes().into(), OCTET_STREAM);
        self
    }

    /// `stream = name`: sets the body, as a stream.
    #[must_use]
    pub fn stream(mut self, _name: &'static str, body: impl StreamBody) -> Self {
        let EncodedBody { body, content_type } = body.into_stream_body();
        match body {
            Ok(body) => self.body(body, content_type),
            Err(message) => self.check(_name, Err(message)),
        }
        self
    }

    /// `multipart = name`: sets the body, as a multipart form (RFC 7578).
    #[must_use]
    pub fn multipart(mut self, name: &'static str, form: Multipart) -> Self {
        if self.error.is_some() {
            return self;
        }
        match form.into_body() {
            Ok((content_type, body)) => {
                self.request.body = Some(body);
                self.request.headers.insert(CONTENT_TYPE, content_type);
            }
            Err(message) => self.check(name, Err(message)),
        }
        self
    }

    /// Sets the body, and `Content-Type` unless the declaration contains it.
    fn body(&mut self, body: Body, content_type: HeaderValue) {
        self.request.body = Some(body);
        self.request.headers.entry(CONTENT_TYPE).or_insert(content_type);
    }

    /// `error = Type`: sets the type of the body of an error.
    #[must_use]
    pub fn error<T: ErrorBody>(mut self) -> Self {
        self.set_errors(const { &ErrorTypes::new(&[]).others::<Json, T>() });
        self
    }

    /// `error(STATUS) = Type`: sets the types of the bodies of errors.
    #[must_use]
    pub fn errors(mut self, errors: &'static ErrorTypes) -> Self {
        self.set_errors(errors);
        self
    }

    pub(super) fn set_errors(&mut self, errors: &'static ErrorTypes) {
        self.request.spec.errors = Some(errors);
    }

    /// `format = Type`: sets the format of the body, the response and the errors.
    #[must_use]
    pub fn format<F: Format>(self) -> FormattedRequestBuilder<F> {
        FormattedRequestBuilder::new(self)
    }

    /// Returns the request, or the first error.
    pub(crate) fn build(mut self, expected: &'static ExpectedResponse) -> Result<Request, Error> {
        if let Some(error) = self.error {
            return Err(error.with_endpoint(self.request.endpoint()));
        }
        if !self.query.is_empty() {
            self.request.path_and_query.push('?');
            self.request.path_and_query.push_str(&self.query);
        }
        self.request.spec.expected = expected;
        Ok(self.request)
    }

    /// Returns the call that sends the request, for a method that is `async`.
    pub fn send<Wire, R: Outcome<Wire>>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        // Not by a function of `Call`, which would be one more for each `R`.
        Call { state: State::Endpoint(ResponseFuture::new(transport, self.build(R::EXPECTED)), R::from_result) }
    }

    /// Returns the call that sends the request, for an `async` method with `until`.
    pub fn send_events<Wire, R: Outcome<Wire> + ReturnsEvents>(
        self,
        transport: &(impl DynTransport + ?Sized),
    ) -> Call<'_, R> {
        self.send(transport)
    }

    /// Sends the request, for a method with `until` that is not `async`.
    pub fn deliver_events<'a, Wire, R, S: ?Sized>(self, transport: &'a S) -> R
    where
        R: Deliver<'a, S, Wire> + ReturnsEvents,
    {
        self.deliver(transport)
    }

    /// Sends the request, for a method that is not `async`.
    pub fn deliver<'a, Wire, R: Deliver<'a, S, Wire>, S: ?Sized>(self, transport: &'a S) -> R {
        R::deliver(transport, self.build(R::EXPECTED))
    }
}

/// Appends a header, and marks its value sensitive.
fn append(headers: &mut HeaderMap, header: &'static str, text: Option<&str>) -> Result<(), ValueError> {
    let text = text.unwrap_or_default();
    if text.trim_matches([' ', '\t']) != text {
        // White space around a value is not part of it (RFC 9110, section 5.5), so the server would not receive it.
        return Err(ValueError::header());
    }
    let mut value = HeaderValue::from_str(text).map_err(|_| ValueError::header())?;
    value.set_sensitive(true);
    headers.append(HeaderName::from_static(header), value);
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
fn in_query(error: ValueError) -> Cow<'static, str> {
    format!("is not allowed in a query: {error}").into()
}

#[expect(clippy::needless_pass_by_value, reason = "an argument of `map_err`")]
fn in_header(error: ValueError) -> Cow<'static, str> {
    format!("is not allowed in a header: {error}").into()
}
