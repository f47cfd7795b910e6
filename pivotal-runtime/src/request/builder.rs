//! Builds the [`Request`] of a call from the arguments of its method.

mod body;

use std::borrow::Cow;
use std::fmt::Display;

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use self::body::FORM;
use super::form::{push_pair, push_pair_with_raw_key, push_separator};
use super::json::OptionalJson;
use super::parameter::{
    BytesBody, FormBody, FormField, HeaderParameter, JsonBody, MultipartBody, PathParameter, QueryFields,
    QueryParameter, StreamBody, TextBody,
};
use super::path::{SegmentError, push_segments};
use super::url::ServerUrl;
use super::values::{FieldWriter, ValueError, each_text};
use super::{FormattedRequestBuilder, Request};
use crate::call::{Call, ResponseFuture, State};
use crate::error::ErrorTypes;
use crate::headers::is_reserved;
use crate::response::return_type::{Deliver, Outcome, ReturnsEvents};
use crate::response::{ExpectedResponse, ResponseSpec};
use crate::{DynTransport, Endpoint, Error, ErrorBody, Format, Json};

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
            is_body_none: false,
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
            let mut writer = FieldWriter::for_query(std::mem::take(&mut self.query));
            let written = fields.serialize(writer.root());
            self.set_query(name, writer, written);
        }
        self
    }

    fn set_query(&mut self, name: &'static str, writer: FieldWriter, written: Result<(), ValueError>) {
        match writer.finish(written) {
            Ok(query) => self.query = query.unwrap_or_default(),
            Err(error) => self.check(name, Err(in_query(error))),
        }
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

    /// `body = name`: sets the body, as JSON (RFC 8259). `None` sends no body.
    #[must_use]
    pub fn json(mut self, name: &'static str, value: &(impl JsonBody + ?Sized)) -> Self {
        if self.error.is_none() {
            // As large as that of `serde_json::to_vec`.
            let mut json = Vec::with_capacity(128);
            let written = value.serialize(OptionalJson(&mut serde_json::Serializer::new(&mut json)));
            self.json_body(name, json, written);
        }
        self
    }

    /// `form = name`: adds fields to the form (WHATWG URL, section 5.2). `None` adds none. Without other fields, it sends no body.
    #[must_use]
    pub fn form(mut self, name: &'static str, fields: &(impl FormBody + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut form = self.form_writer();
            let written = fields.serialize(form.root());
            self.set_form(name, form, written);
        }
        self
    }

    /// `form("field") = name`: adds a field to the form. `None` leaves it out.
    #[must_use]
    pub fn form_field(mut self, name: &'static str, field: &'static str, value: &(impl FormField + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut form = self.form_writer();
            let written = value.serialize(form.field(field));
            self.set_form(name, form, written);
        }
        self
    }

    /// `form("field") = "value"`: adds a field to the form that every call sends.
    #[must_use]
    pub fn form_literal(mut self, field: &'static str, value: &'static str) -> Self {
        let mut form = self.take_form().unwrap_or_default();
        push_pair(&mut form, field, Some(value));
        self.body(form.into(), FORM);
        self
    }

    /// `text = name`: sets the body, as text in UTF-8. `None` sends no body.
    #[must_use]
    pub fn text<K>(mut self, name: &'static str, value: &(impl TextBody<K> + ?Sized)) -> Self {
        if self.error.is_none() {
            self.encoded_body(name, value.to_text_body());
        }
        self
    }

    /// `bytes = name`: sets the body, as bytes. `None` sends no body.
    #[must_use]
    pub fn bytes(mut self, name: &'static str, value: &(impl BytesBody + ?Sized)) -> Self {
        self.bytes_body(name, value.to_bytes());
        self
    }

    /// `stream = name`: sets the body, as a stream. `None` sends no body.
    #[must_use]
    pub fn stream(mut self, name: &'static str, body: impl StreamBody) -> Self {
        self.encoded_body(name, body.into_stream_body());
        self
    }

    /// `multipart = name`: sets the body, as a multipart form (RFC 7578). `None` sends no body.
    #[must_use]
    pub fn multipart(mut self, name: &'static str, form: impl MultipartBody) -> Self {
        self.multipart_body(name, form.into_multipart_body());
        self
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

    /// Returns whether no parameter had an error.
    pub(super) fn is_valid(&self) -> bool {
        self.error.is_none()
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
        if self.request.is_body_none && self.request.body.is_none() {
            self.request.headers.remove(CONTENT_TYPE);
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
    pub fn send_events<Wire, R: ReturnsEvents<Wire>>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        self.send(transport)
    }

    /// Sends the request, for a method with `until` that is not `async`.
    pub fn deliver_events<'a, Wire, R, S: ?Sized>(self, transport: &'a S) -> R
    where
        R: Deliver<'a, S, Wire> + ReturnsEvents<Wire>,
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
