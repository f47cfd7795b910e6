//! The transport that finds out which call a closure makes.

use std::cell::RefCell;
use std::fmt;
use std::future::{self, Future};

use super::StubbedCall;
use super::called::Called;
use crate::{BlockingTransport, Body, Endpoint, Error, Request, Transport};

thread_local! {
    static CALLED: RefCell<Option<Result<Called, Error>>> = const { RefCell::new(None) };
}

/// The argument of the closure of [`Fake::on`](super::Fake::on): a transport that sends nothing, and has all endpoints.
pub struct Probe {
    _private: (),
}

static PROBE: Probe = Probe { _private: () };

impl Probe {
    fn record(request: &Request) -> Error {
        CALLED.set(Some(Ok(Called::of(request))));
        Error::config("a probe sends nothing")
    }
}

impl Transport for Probe {
    // It records the call when it is made, not when it is polled.
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        future::ready(Err(Self::record(&request)))
    }
}

impl BlockingTransport for Probe {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        Err(Self::record(&request))
    }
}

impl fmt::Debug for Probe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Probe")
    }
}

/// Returns the call that the closure makes.
///
/// # Panics
///
/// If it makes none, or if an argument is not allowed in a request.
#[track_caller]
pub(crate) fn probe<C: StubbedCall>(call: impl FnOnce(&'static Probe) -> C) -> Called {
    CALLED.set(None);
    let rejected = call(&PROBE).start();
    match (CALLED.take(), rejected) {
        (Some(Ok(called)), _) => called,
        (_, Some(error)) => panic!("the closure makes a call that cannot be sent: {error}"),
        _ => panic!(
            "the closure makes no call, or one that cannot be sent; call a method of its argument with allowed values"
        ),
    }
}

/// Returns the endpoint that a closure calls.
///
/// # Panics
///
/// If the closure makes no call, or if an argument is not allowed in a request.
#[track_caller]
pub fn endpoint_of<C: StubbedCall>(call: impl FnOnce(&'static Probe) -> C) -> &'static Endpoint {
    probe(call).spec.endpoint
}
