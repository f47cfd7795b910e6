//! The transport that finds out which call a closure makes.

use std::cell::RefCell;
use std::fmt;
use std::future::{self, Future};

use super::StubbedCall;
use super::called::Called;
use crate::{BlockingTransport, Body, Endpoint, Error, Request, Transport};

thread_local! {
    /// The calls that the closure made so far.
    static CALLS: RefCell<Vec<Called>> = const { RefCell::new(Vec::new()) };
}

/// The argument of the closure of [`Fake::on`](super::Fake::on): a transport that sends nothing, and has all endpoints.
pub struct Probe {
    _private: (),
}

static PROBE: Probe = Probe { _private: () };

impl Probe {
    fn record(request: &Request) -> Error {
        CALLS.with_borrow_mut(|calls| calls.push(Called::of(request)));
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
/// If it makes none or several, or if an argument is not allowed in a request.
#[track_caller]
pub(crate) fn probe<C: StubbedCall>(call: impl FnOnce(&'static Probe) -> C) -> Called {
    // The closure of another probe can contain this one.
    let outer = CALLS.take();
    let returned = call(&PROBE);
    let made = CALLS.with_borrow(Vec::len);
    let rejected = returned.start();
    let mut calls = CALLS.replace(outer).into_iter();
    match (calls.next(), rejected) {
        _ if made > 1 => panic!("the closure makes {made} calls; call one method of its argument"),
        // A method that is not declared can make more calls after the first one fails.
        (Some(called), _) => called,
        (None, Some(error)) => panic!("the closure makes a call that cannot be sent: {error}"),
        (None, None) => panic!(
            "the closure makes no call, or one that cannot be sent; call a method of its argument with allowed values"
        ),
    }
}

/// Returns the endpoint that a closure calls.
///
/// # Panics
///
/// If the closure makes no call or several, or if an argument is not allowed in a request.
#[track_caller]
pub fn endpoint_of<C: StubbedCall>(call: impl FnOnce(&'static Probe) -> C) -> &'static Endpoint {
    probe(call).spec.endpoint
}
