//! From the arguments of a call to a [`Request`].

use std::borrow::Cow;

use http::header::{
    self, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue, TE, TRAILER, TRANSFER_ENCODING,
    UPGRADE,
};

use super::call::{Call, exchange};
use super::path::{Refused, push_segment, push_segments};
use crate::deliver::Deliver;
use crate::parameters::{
    BytesBody, ErrorBody, FormBody, HeaderParameter, JsonBody, PathParameter, QueryFields, QueryParameter, StreamBody,
    TextBody,
};
use crate::reading::{Detail, Reading};
use crate::values::{ValueError, each_field, each_text, next_pair, push_pair, push_value};
use crate::{Endpoint, Error, Multipart, Outcome, Request, Transport};

/// Headers that say how a message is carried (RFC 9112), which is not for a call to say.
const CONNECTION: [HeaderName; 7] = [HOST, CONTENT_LENGTH, TRANSFER_ENCODING, header::CONNECTION, TE, TRAILER, UPGRADE];

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
        let request = Request { reading, path_and_query: String::new(), headers: HeaderMap::new(), body: None };
        Self { request, query: String::new(), failed: None }
    }

    /// Goes one step further, unless an earlier one failed. A mistake is the parameter's.
    fn step(mut self, name: &'static str, step: impl FnOnce(&mut Self) -> Result<(), Cow<'static, str>>) -> Self {
        if self.failed.is_none()
            && let Err(message) = step(&mut self)
        {
            self.failed = Some(Error::parameter(name, message));
        }
        self
    }

    /// A piece of the path that is sent as written.
    #[must_use]
    pub fn literal(mut self, text: &'static str) -> Self {
        self.request.path_and_query.push_str(text);
        self
    }

    /// `<name>`: one segment of the path.
    #[must_use]
    pub fn segment(self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.step(name, |this| push_segment(&mut this.request.path_and_query, value).map_err(Refused::message))
    }

    /// `<name..>`: the rest of the path.
    #[must_use]
    pub fn segments(self, name: &'static str, value: &(impl PathParameter + ?Sized)) -> Self {
        self.step(name, |this| push_segments(&mut this.request.path_and_query, value).map_err(Refused::message))
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
    pub fn query(self, name: &'static str, key: &'static str, value: &(impl QueryParameter + ?Sized)) -> Self {
        self.step(name, |this| {
            let pair = &mut |text: Option<&str>| {
                next_pair(&mut this.query);
                this.query.push_str(key);
                push_value(&mut this.query, text);
                Ok(())
            };
            each_text(value, pair).map_err(in_query)
        })
    }

    /// `?<name..>`: a pair for each field.
    #[must_use]
    pub fn query_fields(self, name: &'static str, fields: &(impl QueryFields + ?Sized)) -> Self {
        self.step(name, |this| push_fields(&mut this.query, fields).map_err(in_query))
    }

    /// `header("Name") = "value"`: a header that every call sends.
    #[must_use]
    pub fn header_literal(mut self, header: &'static str, value: &'static str) -> Self {
        self.request.headers.append(HeaderName::from_static(header), HeaderValue::from_static(value));
        self
    }

    /// `header("Name") = name`: a header, none, or one for each item of a list.
    #[must_use]
    pub fn header(self, name: &'static str, header: &'static str, value: &(impl HeaderParameter + ?Sized)) -> Self {
        self.step(name, |this| {
            let append = &mut |text: Option<&str>| {
                let text = text.unwrap_or_default();
                if text.trim_matches([' ', '\t']) != text {
                    // It would not arrive: white space around a value is not part of it (RFC 9110, section 5.5).
                    return Err(ValueError::header());
                }
                let mut value = HeaderValue::from_str(text).map_err(|_| ValueError::header())?;
                value.set_sensitive(true);
                this.request.headers.append(HeaderName::from_static(header), value);
                Ok(())
            };
            each_text(value, append).map_err(|error| format!("cannot stand in a header: {error}").into())
        })
    }

    /// `header(..) = name`: all headers of a map, in place of those of the same name before it.
    #[must_use]
    pub fn headers(self, name: &'static str, headers: &HeaderMap) -> Self {
        self.step(name, |this| {
            if let Some(header) = CONNECTION.iter().find(|header| headers.contains_key(*header)) {
                return Err(format!("holds `{header}`, which belongs to the connection; remove it").into());
            }
            for header in headers.keys() {
                this.request.headers.remove(header);
            }
            this.request.headers.extend(headers.iter().map(|(header, value)| (header.clone(), value.clone())));
            Ok(())
        })
    }

    /// `body = name`: the body, as JSON (RFC 8259).
    #[must_use]
    pub fn json(self, name: &'static str, value: &(impl JsonBody + ?Sized)) -> Self {
        self.step(name, |this| {
            let json =
                serde_json::to_vec(value).map_err(|_| "cannot be written as JSON: a type in it refuses its value")?;
            this.request.body = Some(json.into());
            this.content_type("application/json");
            Ok(())
        })
    }

    /// `form = name`: the fields, as a form (WHATWG URL, section 5.2).
    #[must_use]
    pub fn form(self, name: &'static str, fields: &(impl FormBody + ?Sized)) -> Self {
        self.step(name, |this| {
            let mut form = String::new();
            push_fields(&mut form, fields).map_err(|error| format!("cannot be written as a form: {error}"))?;
            this.request.body = Some(form.into());
            this.content_type("application/x-www-form-urlencoded");
            Ok(())
        })
    }

    /// `text = name`: the text of a value, in UTF-8.
    #[must_use]
    pub fn text(mut self, value: &(impl TextBody + ?Sized)) -> Self {
        self.request.body = Some(value.to_string().into());
        self.content_type("text/plain; charset=utf-8");
        self
    }

    /// `bytes = name`: bytes as they are.
    #[must_use]
    pub fn bytes(mut self, value: &(impl BytesBody + ?Sized)) -> Self {
        self.request.body = Some(value.to_bytes().into());
        self.content_type("application/octet-stream");
        self
    }

    /// `stream = name`: a body that is produced while it is sent.
    #[must_use]
    pub fn stream(mut self, body: impl StreamBody) -> Self {
        self.request.body = Some(body.into_body());
        self.content_type("application/octet-stream");
        self
    }

    /// `multipart = name`: a form of parts (RFC 7578).
    #[must_use]
    pub fn multipart(self, name: &'static str, form: Multipart) -> Self {
        self.step(name, |this| {
            let (content_type, body) = form.into_body()?;
            this.request.body = Some(body);
            this.request.headers.insert(CONTENT_TYPE, content_type);
            Ok(())
        })
    }

    /// The type of the body, unless the declaration gives another.
    fn content_type(&mut self, content_type: &'static str) {
        self.request.headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static(content_type));
    }

    /// `error = Type`: what the body of an error is read into.
    #[must_use]
    pub fn error<T: ErrorBody>(mut self) -> Self {
        self.request.reading.detail = Some(|body| {
            let detail: T = serde_json::from_slice(body).ok()?;
            Some(Box::new(detail) as Detail)
        });
        self
    }

    /// The request, unless something went wrong on the way.
    fn build(mut self) -> Result<Request, Error> {
        if let Some(error) = self.failed {
            return Err(error.at(self.request.endpoint()));
        }
        if !self.query.is_empty() {
            self.request.path_and_query.push('?');
            self.request.path_and_query.push_str(&self.query);
        }
        Ok(self.request)
    }

    /// Sends the request and makes of the answer what an `async` method returns.
    pub fn send<Wire, R: Outcome<Wire>>(self, transport: &(impl Transport + ?Sized)) -> Call<'_, R> {
        let request = self.build().map(|request| request.streamed(R::STREAMED));
        Call::new(exchange(transport, request))
    }

    /// Makes of the request what a method returns that is not `async`.
    pub fn deliver<'a, Wire, R: Deliver<'a, S, Wire>, S: ?Sized>(self, transport: &'a S) -> R {
        R::deliver(transport, self.build())
    }
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
