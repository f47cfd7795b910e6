//! A transport with options for its calls.

use std::fmt;

use super::SendFuture;
use crate::{Api, BlockingTransport, Body, CallOptions, Error, Request, Transport};

/// A transport with options for its calls.
///
/// [`Transport::with`] returns it.
#[derive(Clone)]
pub struct WithOptions<'a, T> {
    transport: &'a T,
    options: CallOptions,
}

impl<'a, T> WithOptions<'a, T> {
    pub(crate) fn new(transport: &'a T, options: CallOptions) -> Self {
        Self { transport, options }
    }

    /// Returns the same transport with more options, which win over its own.
    #[must_use]
    pub fn with(&self, options: CallOptions) -> Self {
        Self { transport: self.transport, options: options.with_defaults(&self.options) }
    }
}

impl<T: Transport> Transport for WithOptions<'_, T> {
    fn send(&self, mut request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        self.options.apply(&mut request);
        self.transport.send(request)
    }

    fn api(&self) -> Option<&'static Api> {
        self.transport.api()
    }

    fn boxed_send(&self, mut request: Request) -> SendFuture<'_> {
        self.options.apply(&mut request);
        self.transport.boxed_send(request)
    }
}

impl<T: BlockingTransport> BlockingTransport for WithOptions<'_, T> {
    fn send(&self, mut request: Request) -> Result<http::Response<Body>, Error> {
        self.options.apply(&mut request);
        self.transport.send(request)
    }

    fn api(&self) -> Option<&'static Api> {
        self.transport.api()
    }
}

impl<T: fmt::Debug> fmt::Debug for WithOptions<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WithOptions").field("transport", self.transport).field("options", &self.options).finish()
    }
}
