//! Builds the [`Request`] of a call from the arguments of its method.

mod body;
mod headers;
mod path;
mod query;

use std::borrow::Cow;

use http::header::{CONTENT_TYPE, HeaderMap};

use super::writers::dot_segment;
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
            is_later_page: false,
            is_body_none: false,
            has_parts: false,
        };
        Self { request, query: String::new(), error }
    }

    // Code that depends on the type of a parameter is compiled for each type, in the user's crate. So there is little of it:
    // the rest is in functions that are compiled once, here.

    /// Keeps the error of a parameter.
    fn check(&mut self, name: &'static str, result: Result<(), Cow<'static, str>>) {
        if let Err(message) = result {
            self.error = Some(Error::parameter(name, message));
        }
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
        if self.request.has_parts
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
