//! From the arguments of a call to a [`Request`].

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use super::call::Call;
use super::path::{Refused, push_segment, push_segments};
use crate::parameters::{HeaderParameter, JsonBody, PathParameter, QueryFields, QueryParameter};
use crate::{Endpoint, Error, Outcome, Request, Transport};

/// Builds the request of one call, in the order of the request line.
///
/// The first thing that goes wrong is kept until the request is sent, and what follows is left out.
#[derive(Debug)]
pub struct RequestBuilder {
    request: Request,
    failed: Option<Error>,
}

impl RequestBuilder {
    /// A request of this endpoint with an empty path.
    #[must_use]
    pub fn new(endpoint: &'static Endpoint) -> Self {
        Self {
            request: Request { endpoint, path_and_query: String::new(), headers: HeaderMap::new(), body: None },
            failed: None,
        }
    }

    /// A piece of the template that is sent as written.
    #[must_use]
    pub fn literal(mut self, text: &'static str) -> Self {
        self.request.path_and_query.push_str(text);
        self
    }

    /// `<name>`: one segment of the path.
    #[must_use]
    pub fn segment(self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.path(name, |path| push_segment(path, value))
    }

    /// `<name..>`: the rest of the path.
    #[must_use]
    pub fn segments(self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.path(name, |path| push_segments(path, value))
    }

    fn path(mut self, name: &'static str, push: impl FnOnce(&mut String) -> Result<(), Refused>) -> Self {
        if self.failed.is_none()
            && let Err(refused) = push(&mut self.request.path_and_query)
        {
            self.failed = Some(Error::parameter(name, refused.message()));
        }
        self
    }

    /// A pair of the query that is sent as written.
    #[must_use]
    pub fn query_literal(mut self, pair: &'static str) -> Self {
        self.next_pair();
        self.request.path_and_query.push_str(pair);
        self
    }

    /// `?key=<name>`: a pair, none, or one for each item of a list.
    #[must_use]
    pub fn query(self, name: &'static str, key: &'static str, value: &(impl QueryParameter + ?Sized)) -> Self {
        self.pairs(name, |query| serde_html_form::ser::push_to_string(query, [(key, value)]))
    }

    /// `?<name..>`: a pair for each field.
    #[must_use]
    pub fn query_fields(self, name: &'static str, fields: &(impl QueryFields + ?Sized)) -> Self {
        self.pairs(name, |query| serde_html_form::ser::push_to_string(query, fields))
    }

    fn pairs(
        mut self,
        name: &'static str,
        push: impl FnOnce(&mut String) -> Result<(), serde_html_form::ser::Error>,
    ) -> Self {
        if self.failed.is_some() {
            return self;
        }
        let before = self.request.path_and_query.len();
        self.next_pair();
        let start = self.request.path_and_query.len();
        match push(&mut self.request.path_and_query) {
            Ok(()) if self.request.path_and_query.len() == start => self.request.path_and_query.truncate(before),
            Ok(()) => {}
            Err(error) => self.failed = Some(Error::parameter(name, format!("cannot stand in a query: {error}"))),
        }
        self
    }

    fn next_pair(&mut self) {
        let path_and_query = &mut self.request.path_and_query;
        path_and_query.push(if path_and_query.contains('?') { '&' } else { '?' });
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
        if self.failed.is_some() {
            return self;
        }
        let header = HeaderName::from_static(header);
        let appended = match serde_json::to_value(value) {
            Ok(Value::Array(items)) => items.into_iter().try_for_each(|item| self.append(&header, item)),
            Ok(value) => self.append(&header, value),
            Err(error) => Err(format!("cannot stand in a header: {error}").into()),
        };
        if let Err(message) = appended {
            self.failed = Some(Error::parameter(name, message));
        }
        self
    }

    fn append(&mut self, header: &HeaderName, value: Value) -> Result<(), std::borrow::Cow<'static, str>> {
        let text = match value {
            Value::Null => return Ok(()),
            Value::String(text) => text,
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::Array(_) | Value::Object(_) => {
                return Err("has parts; a header holds a scalar or a list of them".into());
            }
        };
        let mut value = HeaderValue::try_from(text)
            .map_err(|_| "holds a character that a header value cannot hold, such as a line break")?;
        value.set_sensitive(true);
        self.request.headers.append(header, value);
        Ok(())
    }

    /// `body = name`: the body, as JSON (RFC 8259).
    #[must_use]
    pub fn json(mut self, name: &'static str, value: &(impl JsonBody + ?Sized)) -> Self {
        if self.failed.is_some() {
            return self;
        }
        match serde_json::to_vec(value) {
            Ok(json) => {
                self.request.body = Some(Bytes::from(json));
                self.request.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            }
            Err(error) => self.failed = Some(Error::parameter(name, format!("cannot be written as JSON: {error}"))),
        }
        self
    }

    /// The request, unless something went wrong on the way.
    fn build(self) -> Result<Request, Error> {
        match self.failed {
            None => Ok(self.request),
            Some(error) => Err(error.at(self.request.endpoint)),
        }
    }

    /// Sends the request and makes of the answer what the method returns.
    pub fn send<Wire, R: Outcome<Wire>>(self, transport: &(impl Transport + ?Sized)) -> Call<'_, R> {
        Call::new(transport, self.build(), R::from_answer)
    }
}
