//! The transport that finds out which call a closure makes.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::{self, Future};
use std::time::Duration;

use http::header::ACCEPT;

use super::called::Called;
use super::recorded::Head;
use super::{RecordedCall, StubbedCall};
use crate::{Api, BlockingTransport, Body, Endpoint, Error, Request, Transport};

thread_local! {
    /// The calls that the closure made so far.
    static CALLS: RefCell<Vec<Called>> = const { RefCell::new(Vec::new()) };
    /// The response to the next call.
    static RESPONSE: RefCell<Option<http::Response<Body>>> = const { RefCell::new(None) };
    static API: Cell<Option<&'static Api>> = const { Cell::new(None) };
}

/// The argument of the closure of [`Fake::on`](super::Fake::on).
///
/// It is a transport that sends nothing, and has all endpoints.
pub struct Probe {
    _private: (),
}

static PROBE: Probe = Probe { _private: () };

impl Probe {
    fn respond(request: &Request) -> Result<http::Response<Body>, Error> {
        CALLS.with_borrow_mut(|calls| calls.push(Called::of(request)));
        RESPONSE.take().ok_or_else(|| Error::config("a probe sends nothing"))
    }
}

impl Transport for Probe {
    // It records the call when it is made, not when it is polled.
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        future::ready(Self::respond(&request))
    }

    fn api(&self) -> Option<&'static Api> {
        API.get()
    }
}

impl BlockingTransport for Probe {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        Self::respond(&request)
    }

    fn api(&self) -> Option<&'static Api> {
        API.get()
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
/// Panics if the closure makes no call or several, or if an argument is not allowed in a request.
#[track_caller]
pub fn endpoint_of<C: StubbedCall>(call: impl FnOnce(&'static Probe) -> C) -> &'static Endpoint {
    probe(call).spec.endpoint
}

/// Returns the call that a closure makes, as a client would send it.
///
/// The parts that a client adds are missing: the base URL, credentials, and default headers. The body is empty if it is a
/// stream.
///
/// ```
/// use pivotal_runtime::testing::request_of;
/// use pivotal_runtime::{Error, Transport, endpoint};
///
/// trait Notes: Transport {
///     #[endpoint(GET, "/notes?<tag>")]
///     async fn notes(&self, tag: &str) -> Result<Vec<String>, Error>;
/// }
/// impl<T: Transport> Notes for T {}
///
/// assert_eq!(request_of(|api| api.notes("a b")).path_and_query(), "/notes?tag=a%20b");
/// ```
///
/// # Panics
///
/// Panics if the closure makes no call, or if an argument is not allowed in a request.
#[track_caller]
pub fn request_of<C: StubbedCall>(call: impl FnOnce(&'static Probe) -> C) -> RecordedCall {
    let called = probe(call);
    let mut headers = called.headers.clone();
    headers.entry(ACCEPT).or_insert_with(|| called.spec.expected.accept());
    let url = called.url.clone().unwrap_or_else(|| called.path_and_query.clone());
    let head = Head { method: called.method.clone(), url, headers };
    let body = called.body.clone().unwrap_or_default();
    RecordedCall::new(&called, head, body, Duration::ZERO)
}

/// Returns the outcome of the call that a closure makes, given its response.
///
/// Of a list, the outcome is the first page. `api` supplies the conventions of endpoints without an API of their own.
///
/// ```
/// use pivotal_runtime::testing::outcome_of;
/// use pivotal_runtime::{Body, Error, Transport, endpoint, http};
///
/// trait Notes: Transport {
///     #[endpoint(GET, "/notes/<id>")]
///     async fn note(&self, id: u64) -> Result<u64, Error>;
/// }
/// impl<T: Transport> Notes for T {}
///
/// let outcome = |body| outcome_of(|api| api.note(7), None, http::Response::new(Body::from(body)));
/// assert!(outcome("5").is_ok());
/// assert!(outcome("{}").is_err());
/// ```
///
/// # Errors
///
/// Returns the error of the call, or `None` if the method has an error type of its own.
pub fn outcome_of<C: StubbedCall>(
    call: impl FnOnce(&'static Probe) -> C,
    api: Option<&'static Api>,
    response: http::Response<Body>,
) -> Result<(), Option<Error>> {
    let outer = CALLS.take();
    RESPONSE.set(Some(response));
    API.set(api);
    let outcome = call(&PROBE).finish();
    RESPONSE.set(None);
    API.set(None);
    CALLS.set(outer);
    outcome
}
