//! Builds the [`Request`] of a call from the arguments of its method.

mod body;
mod headers;
mod path;
mod query;

use std::borrow::Cow;
use std::mem::take;

use http::Extensions;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use self::body::FORM;
use super::form::{push_pair, push_separator};
use super::json::OptionalJson;
use super::parameter::{
    BytesBody, FormBody, FormField, HeaderParameter, JsonBody, MultipartBody, PathParameter, QueryFields,
    QueryParameter, StreamBody, TextBody,
};
use super::url::UrlWriter;
use super::values::{FieldWriter, Texts};
use super::writers::{HeaderWriter, JoinedWriter, PathPlace, QueryWriter, dot_segment};
use super::{FormattedRequestBuilder, Request};
use crate::call::{Call, ResponseFuture, State};
use crate::error::ErrorTypes;
use crate::response::return_type::{Deliver, Outcome, ReturnsEvents};
use crate::response::{ExpectedResponse, ResponseSpec};
use crate::{DynTransport, Endpoint, Error, ErrorBody, ErrorKind, Format, Json};

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
        let (own_method, error) = match endpoint.custom_method() {
            None => (None, None),
            Some(Ok(method)) => (Some(method), None),
            Some(Err(error)) => (None, Some(error)),
        };
        let request = Request {
            spec,
            own_method,
            path_and_query,
            url: None,
            headers: HeaderMap::new(),
            body: None,
            options: None,
            extensions: Extensions::new(),
            is_later_page: false,
            is_body_none: false,
            needs_dot_check: false,
        };
        Self { request, query: String::new(), error }
    }

    // Code that depends on the type of a parameter is compiled for each type, in the user's crate. So there is little of it:
    // the rest is in functions that are compiled once, in the modules. Methods with bounds are here, since compile errors name
    // the module of an `impl` that is not that of its type.

    /// Keeps the error of a parameter.
    fn check(&mut self, name: &'static str, result: Result<(), Cow<'static, str>>) {
        if let Err(message) = result {
            self.error = Some(Error::parameter(name, message));
        }
    }

    /// `"<url>"`: sends the request to a URL from the server, in place of a path.
    #[must_use]
    pub fn url(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        let mut writer = UrlWriter::default();
        let written = value.serialize(Texts::new(&mut writer));
        self.set_url(name, writer.finish(written));
        self
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
        let mut writer = self.path_writer(PathPlace::Segment);
        let written = value.serialize(Texts::new(&mut writer));
        self.set_path(name, writer, written);
        self
    }

    /// `<name>`: adds a part of a segment to the path.
    #[must_use]
    pub fn part(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        let mut writer = self.path_writer(PathPlace::Part);
        let written = value.serialize(Texts::new(&mut writer));
        self.set_path(name, writer, written);
        self
    }

    /// `<name..>`: adds several segments to the path.
    #[must_use]
    pub fn segments(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        let mut writer = self.path_writer(PathPlace::Segments);
        let written = value.serialize(Texts::new(&mut writer));
        self.set_path(name, writer, written);
        self
    }

    /// Adds a pair to the query that is sent as written.
    #[must_use]
    pub fn query_literal(mut self, pair: &'static str) -> Self {
        push_separator(&mut self.query);
        self.query.push_str(pair);
        self
    }

    /// `?key=<name>`: adds a pair, or one for each item of a list. The key is encoded already.
    #[must_use]
    pub fn query(mut self, name: &'static str, key: &'static str, value: &(impl QueryParameter + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut writer = QueryWriter::new(take(&mut self.query), key);
            let written = value.serialize(Texts::new(&mut writer));
            self.set_query(name, writer.query, written);
        }
        self
    }

    /// `?key=<name:csv>`: adds one pair for a list. The key and the separator are encoded already.
    #[must_use]
    pub fn query_joined(
        mut self,
        name: &'static str,
        key: &'static str,
        separator: &'static str,
        value: &(impl QueryParameter + ?Sized),
    ) -> Self {
        if self.error.is_none() {
            let mut writer = JoinedWriter::new(take(&mut self.query), key, separator);
            let written = value.serialize(Texts::new(&mut writer));
            self.set_query(name, writer.query, written);
        }
        self
    }

    /// `?key=<name:json>`: adds a pair whose value is JSON. The key is encoded already.
    #[must_use]
    pub fn query_json(mut self, name: &'static str, key: &'static str, value: &(impl JsonBody + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut json = Vec::new();
            let written = value.serialize(OptionalJson(&mut serde_json::Serializer::new(&mut json)));
            self.push_json(name, key, &json, &written);
        }
        self
    }

    /// `?<name..>`: adds a pair for each field.
    #[must_use]
    pub fn query_fields(mut self, name: &'static str, fields: &(impl QueryFields + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut writer = FieldWriter::for_query(take(&mut self.query));
            let written = fields.serialize(writer.root());
            self.set_query_fields(name, writer, written);
        }
        self
    }

    /// `?prefix[<name..>]`: adds a pair for each field, whose key is `prefix[field]`.
    #[must_use]
    pub fn query_fields_in(
        mut self,
        name: &'static str,
        prefix: &'static str,
        fields: &(impl QueryFields + ?Sized),
    ) -> Self {
        if self.error.is_none() {
            let mut writer = FieldWriter::for_query(take(&mut self.query)).with_prefix(prefix);
            let written = fields.serialize(writer.root());
            self.set_query_fields(name, writer, written);
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

    /// `form = name`: adds fields to the form (WHATWG URL, section 5.2). `None` adds none. Without other fields, it sends no
    /// body.
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
        if self.request.needs_dot_check
            && let Some(dots) = dot_segment(&self.request.path_and_query)
        {
            let message = format!("the parameters make the path segment `{dots}`, which is not allowed");
            return Err(Error::new(ErrorKind::Request, message).with_endpoint(self.request.endpoint()));
        }
        if !self.query.is_empty() {
            self.request.add_query(&self.query);
        }
        self.request.spec.expected = expected;
        Ok(self.request)
    }

    /// Returns the call that sends the request, for a method that is `async`. The type of the body is inferred.
    pub fn send<R: Outcome>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        // Not by a function of `Call`, which would be one more for each `R`.
        Call { state: State::Endpoint(ResponseFuture::new(transport, self.build(R::EXPECTED)), R::from_result) }
    }

    /// The same for a method whose body is read into a `Wire`.
    pub fn send_as<Wire, R: Outcome<Wire>>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        Call { state: State::Endpoint(ResponseFuture::new(transport, self.build(R::EXPECTED)), R::from_result) }
    }

    /// Returns the call that sends the request, for an `async` method with `until`.
    pub fn send_events<Wire, R: ReturnsEvents<Wire>>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        self.send_as(transport)
    }

    /// Sends the request, for a method with `until` that is not `async`.
    pub fn deliver_events<'a, Wire, R, S: ?Sized>(self, transport: &'a S) -> R
    where
        R: Deliver<'a, S, Wire> + ReturnsEvents<Wire>,
    {
        self.deliver_as(transport)
    }

    /// Sends the request, for a method that is not `async`. The type of the body is inferred.
    pub fn deliver<'a, R: Deliver<'a, S>, S: ?Sized>(self, transport: &'a S) -> R {
        R::deliver(transport, self.build(R::EXPECTED))
    }

    /// The same for a method whose body is read into a `Wire`.
    pub fn deliver_as<'a, Wire, R: Deliver<'a, S, Wire>, S: ?Sized>(self, transport: &'a S) -> R {
        R::deliver(transport, self.build(R::EXPECTED))
    }
}
