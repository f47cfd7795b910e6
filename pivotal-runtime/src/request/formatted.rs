//! Builds the request of a call in a [`Format`].

use std::fmt;
use std::marker::PhantomData;

use http::HeaderValue;

use super::RequestBuilder;
use super::none_probe::NoneProbe;
use super::parameter::JsonBody;
use crate::error::ErrorTypes;
use crate::response::return_type::{Deliver, Inferred, Outcome, ReturnsEvents};
use crate::{Call, DynTransport, ErrorBody, Format};

/// A [`RequestBuilder`] whose body, response and errors are in a format.
pub struct FormattedRequestBuilder<F> {
    builder: RequestBuilder,
    format: PhantomData<fn() -> F>,
}

// Without bounds, so that a type that is no format is one error, and not a second one for each method.
impl<F> FormattedRequestBuilder<F> {
    pub(super) fn new(builder: RequestBuilder) -> Self {
        Self { builder, format: PhantomData }
    }

    /// `body = name`: sets the body. `None` sends no body.
    #[must_use]
    pub fn body(mut self, name: &'static str, value: &(impl JsonBody + ?Sized)) -> Self
    where
        F: Format,
    {
        if !self.builder.is_valid() {
            return self;
        }
        if value.serialize(NoneProbe).is_ok() {
            self.builder.body_is_none();
        } else {
            let content_type = const { HeaderValue::from_static(F::CONTENT_TYPE) };
            self.builder.formatted_body(name, content_type, F::encode(value));
        }
        self
    }

    /// `error = Type`: sets the type of the body of an error.
    #[must_use]
    pub fn error<T: ErrorBody>(mut self) -> Self
    where
        F: Format,
    {
        self.builder.set_errors(const { &ErrorTypes::new(&[]).others::<F, T>() });
        self
    }

    /// `error(STATUS) = Type`: sets the types of the bodies of errors.
    #[must_use]
    pub fn errors(mut self, errors: &'static ErrorTypes) -> Self {
        self.builder.set_errors(errors);
        self
    }

    /// Returns the call that sends the request, for a method that is `async`. The type of the body is inferred.
    pub fn send<R: Outcome<Inferred, F>>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        self.send_as(transport)
    }

    /// The same for a method whose body is read into a `Wire`.
    pub fn send_as<Wire, R: Outcome<Wire, F>>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        Call::sending(transport, self.builder.build(R::EXPECTED), R::from_result)
    }

    /// Returns the call that sends the request, for an `async` method with `until`.
    pub fn send_events<Wire, R: ReturnsEvents<Wire, F>>(self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        self.send_as(transport)
    }

    /// Sends the request, for a method with `until` that is not `async`.
    pub fn deliver_events<'a, Wire, R, S: ?Sized>(self, transport: &'a S) -> R
    where
        R: Deliver<'a, S, Wire, F> + ReturnsEvents<Wire, F>,
    {
        self.deliver_as(transport)
    }

    /// Sends the request, for a method that is not `async`. The type of the body is inferred.
    pub fn deliver<'a, R: Deliver<'a, S, Inferred, F>, S: ?Sized>(self, transport: &'a S) -> R {
        self.deliver_as(transport)
    }

    /// The same for a method whose body is read into a `Wire`.
    pub fn deliver_as<'a, Wire, R: Deliver<'a, S, Wire, F>, S: ?Sized>(self, transport: &'a S) -> R {
        R::deliver(transport, self.builder.build(R::EXPECTED))
    }
}

impl<F> fmt::Debug for FormattedRequestBuilder<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.builder.fmt(f)
    }
}
