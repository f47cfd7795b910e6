//! From the arguments of a call to a [`Request`].

use std::borrow::Cow;
use std::fmt::{Display, Write};

use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::path::{Refused, push_segment, push_segments};
use crate::call::{Call, State, exchange};
use crate::deliver::Deliver;
use crate::error::read_detail;
use crate::headers::is_reserved;
use crate::parameters::{
    BytesBody, FormBody, HeaderParameter, JsonBody, PathParameter, QueryFields, QueryParameter, StreamBody, TextBody,
};
use crate::reading::Reading;
use crate::values::{ValueError, each_field, each_text, next_pair, push_pair, push_value};
use crate::{Body, DynTransport, Endpoint, Error, ErrorBody, Multipart, Outcome, Request};

/// Builds the request of one call, in the order of the request line.
///
/// The first thing that goes wrong is kept until the request is sent, and what follows is left out.
#[derive(Debug)]
pub struct RequestBuilder {
    request: Request,
    query: String,
    failed: Option<Error>,
}

impl RequestBuilder {
    /// A request of this endpoint with an empty path.
    #[must_use]
    pub fn new(endpoint: &'static Endpoint) -> Self {
        let reading = Reading::new(endpoint);
        // Room for what is written, and for an id in place of its name.
        let path_and_query = String::with_capacity(endpoint.template().len() + 32);
        let request = Request { reading, path_and_query, headers: HeaderMap::new(), body: None, options: None };
        Self { request, query: String::new(), failed: None }
    }

    // What depends on the type of a parameter is compiled for each of them, in the crate of the user. So it is little:
    // the rest is in functions below that are compiled once, here.

    /// Keeps what is wrong with a parameter.
    fn note(&mut self, name: &'static str, step: Result<(), Cow<'static, str>>) {
        if let Err(message) = step {
            self.failed = Some(Error::parameter(name, message));
        }
    }

    /// A piece of the path that is sent as written.
    #[must_use]
    pub fn literal(mut self, text: &'static str) -> Self {
        self.request.path_and_query.push_str(text);
        self
    }

    /// `<name>`: one segment of the path.
    #[must_use]
    pub fn segment(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.push_path(name, &value, push_segment);
        self
    }

    /// `<name..>`: the rest of the path.
    #[must_use]
    pub fn segments(mut self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.push_path(name, &value, push_segments);
        self
    }

    fn push_path(&mut self, name: &'static str, value: &dyn Display, push: PushSegment) {
        if self.failed.is_none() {
            let pushed = push(&mut self.request.path_and_query, value).map_err(Refused::message);
            self.note(name, pushed);
        }
    }

    /// A pair of the query that is sent as written.
    #[must_use]
    pub fn query_literal(mut self, pair: &'static str) -> Self {
        next_pair(&mut self.query);
        self.query.push_str(pair);
        self
    }

    /// `?key=<name>`: a pair, none, or one for each item of a list. The key is sent as written.
    #[must_use]
    pub fn query(mut self, name: &'static str, key: &'static str, value: &(impl QueryParameter + ?Sized)) -> Self {
        if self.failed.is_none() {
            let query = &mut self.query;
            let pushed = each_text(value, &mut |text| {
                push_pair_as_written(query, key, text);
                Ok(())
            });
            self.note(name, pushed.map_err(in_query));
        }
        self
    }

    /// `?<name..>`: a pair for each field.
    #[must_use]
    pub fn query_fields(mut self, name: &'static str, fields: &(impl QueryFields + ?Sized)) -> Self {
        if self.failed.is_none() {
            let pushed = push_fields(&mut self.query, fields);
            self.note(name, pushed.map_err(in_query));
        }
        self
    }

    /// `header("Name") = "value"`: a header that every call sends.
    #[must_use]
    pub fn header_literal(mut self, header: &'static str, value: &'static str) -> Self {
        self.request.headers.append(HeaderName::from_static(header), HeaderValue::from_static(value));
        self
    }

    /// `header("Name") = name`: a header, none, or one for each item of a list.
    #[must_use]
    pub fn header(mut self, name: &'static str, header: &'static str, value: &(impl HeaderParameter + ?Sized)) -> Self {
        if self.failed.is_none() {
            let headers = &mut self.request.headers;
            let appended = each_text(value, &mut |text| append(headers, header, text));
            self.note(name, appended.map_err(in_header));
        }
        self
    }

    /// `header(..) = name`: all headers of a map, in place of those of the same name before it.
    #[must_use]
    pub fn headers(mut self, name: &'static str, headers: &HeaderMap) -> Self {
        if self.failed.is_some() {
            return self;
        }
        if let Some(header) = headers.keys().find(|header| is_reserved(header)) {
            self.note(name, Err(format!("holds `{header}`, which belongs to the connection; remove it").into()));
            return self;
        }
        for header in headers.keys() {
            self.request.headers.remove(header);
        }
        self.request.headers.extend(headers.iter().map(|(header, value)| (header.clone(), value.clone())));
        self
    }

    /// `body = name`: the body, as JSON (RFC 8259).
    #[must_use]
    pub fn json(mut self, name: &'static str, value: &(impl JsonBody + ?Sized)) -> Self {
        if self.failed.is_none() {
            self.json_body(name, serde_json::to_vec(value));
        }
        self
    }

    fn json_body(&mut self, name: &'static str, json: serde_json::Result<Vec<u8>>) {
        match json {
            Ok(json) => self.body(json.into(), "application/json"),
            Err(_) => self.note(name, Err("cannot be written as JSON: a type in it refuses its value".into())),
        }
    }

    /// `form = name`: the fields, as a form (WHATWG URL, section 5.2).
    #[must_use]
    pub fn form(mut self, name: &'static str, fields: &(impl FormBody + ?Sized)) -> Self {
        if self.failed.is_none() {
            let mut form = String::new();
            let pushed = push_fields(&mut form, fields);
            self.form_body(name, form, pushed);
        }
        self
    }

    fn form_body(&mut self, name: &'static str, form: String, pushed: Result<(), ValueError>) {
        match pushed {
            Ok(()) => self.body(form.into(), "application/x-www-form-urlencoded"),
            Err(error) => self.note(name, Err(format!("cannot be written as a form: {error}").into())),
        }
    }

    /// `text = name`: the text of a value, in UTF-8.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: &(impl TextBody + ?Sized)) -> Self {
        self.text_body(name, &value);
        self
    }

    fn text_body(&mut self, name: &'static str, value: &dyn Display) {
        if self.failed.is_some() {
            return;
        }
        // Not `to_string`, which panics where a `Display` fails.
        let mut text = String::new();
        match write!(text, "{value}") {
            Ok(()) => self.body(text.into(), "text/plain; charset=utf-8"),
            Err(_) => self.note(name, Err(Refused::Unprintable.message())),
        }
    }

    /// `bytes = name`: bytes as they are.
    #[must_use]
    pub fn bytes(mut self, value: &(impl BytesBody + ?Sized)) -> Self {
        self.body(value.to_bytes().into(), "application/octet-stream");
        self
    }

    /// `stream = name`: a body that is produced while it is sent.
    #[must_use]
    pub fn stream(mut self, body: impl StreamBody) -> Self {
        self.body(body.into_body(), "application/octet-stream");
        self
    }

    /// `multipart = name`: a form of parts (RFC 7578).
    #[must_use]
    pub fn multipart(mut self, name: &'static str, form: Multipart) -> Self {
        if self.failed.is_some() {
            return self;
        }
        match form.into_body() {
            Ok((content_type, body)) => {
                self.request.body = Some(body);
                self.request.headers.insert(CONTENT_TYPE, content_type);
            }
            Err(message) => self.note(name, Err(message)),
        }
        self
    }

    /// The body and its type, unless the declaration gives another.
    fn body(&mut self, body: Body, content_type: &'static str) {
        self.request.body = Some(body);
        self.request.headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static(content_type));
    }

    /// `error = Type`: what the body of an error is read into.
    #[must_use]
    pub fn error<T: ErrorBody>(mut self) -> Self {
        self.request.reading.detail = Some(read_detail::<T>);
        self
    }

    /// The request, unless something went wrong on the way.
    pub(crate) fn build(mut self, streamed: bool) -> Result<Request, Error> {
        if let Some(error) = self.failed {
            return Err(error.at(self.request.endpoint()));
        }
        if !self.query.is_empty() {
            self.request.path_and_query.push('?');
            self.request.path_and_query.push_str(&self.query);
        }
        Ok(self.request.streamed(streamed))
    }

    /// Returns the call that sends the request, for a method that is `async`.
    pub fn send<Wire, R: Outcome<Wire>>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        // Not by a function of `Call`, which would be one more for each `R`.
        Call { state: State::Declared(exchange(transport, self.build(R::STREAMED)), R::from_answer) }
    }

    /// Makes of the request what a method returns that is not `async`.
    pub fn deliver<'a, Wire, R: Deliver<'a, S, Wire>, S: ?Sized>(self, transport: &'a S) -> R {
        R::deliver(transport, self.build(false))
    }
}

/// [`push_segment`] or [`push_segments`].
type PushSegment = fn(&mut String, &dyn Display) -> Result<(), Refused>;

/// Appends a pair whose key needs no encoding.
fn push_pair_as_written(query: &mut String, key: &str, text: Option<&str>) {
    next_pair(query);
    query.push_str(key);
    push_value(query, text);
}

/// Appends a header whose value is not to be shown.
fn append(headers: &mut HeaderMap, header: &'static str, text: Option<&str>) -> Result<(), ValueError> {
    let text = text.unwrap_or_default();
    if text.trim_matches([' ', '\t']) != text {
        // It would not arrive: white space around a value is not part of it (RFC 9110, section 5.5).
        return Err(ValueError::header());
    }
    let mut value = HeaderValue::from_str(text).map_err(|_| ValueError::header())?;
    value.set_sensitive(true);
    headers.append(HeaderName::from_static(header), value);
    Ok(())
}

fn push_fields(form: &mut String, fields: &(impl serde::Serialize + ?Sized)) -> Result<(), ValueError> {
    each_field(fields, &mut |key, text| {
        push_pair(form, key, text);
        Ok(())
    })
}

#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
fn in_query(error: ValueError) -> Cow<'static, str> {
    format!("cannot stand in a query: {error}").into()
}

#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
fn in_header(error: ValueError) -> Cow<'static, str> {
    format!("cannot stand in a header: {error}").into()
}
