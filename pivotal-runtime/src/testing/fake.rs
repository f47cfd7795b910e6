//! The fake of a server.

use std::fmt;
use std::panic::Location;
use std::sync::Arc;
use std::thread;

use super::probe::probe;
use super::state::{Filter, Shared};
use super::{FakeHttpClient, FaultMix, Probe, RecordedCall, Stub, StubbedCall, report};
use crate::Api;
use crate::request::undeclared_endpoint;
use crate::response::ResponseSpec;

/// A server for tests, without a socket.
///
/// It is a [`Transport`](crate::Transport) and a [`BlockingTransport`](crate::BlockingTransport), so it has all endpoints.
/// [`http_client`](Self::http_client) makes it an HTTP client for a [`Client`](crate::Client).
///
/// ```
/// use pivotal_runtime::testing::Fake;
/// use pivotal_runtime::{Error, Transport, endpoint};
///
/// trait Notes: Transport {
///     #[endpoint(GET, "/notes/<id>")]
///     async fn note(&self, id: u64) -> Result<String, Error>;
/// }
/// impl<T: Transport> Notes for T {}
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let fake = Fake::new();
/// fake.on(|api| api.note(7)).returns(&"buy milk".to_owned());
/// assert_eq!(fake.note(7).await?, "buy milk");
/// assert_eq!(fake.last_call().path_and_query(), "/notes/7");
/// # Ok(()) }
/// ```
///
/// [`on`](Self::on) adds a stub: a call with its reply. Each reply is for one call, unless
/// [`Reply::times`](super::Reply::times) or [`Reply::always`](super::Reply::always) is called. Replies to a number of calls
/// come first, in their order. Replies to any number of calls come after them, the last one first.
///
/// An unexpected call is an error that contains the stubs and how the call differs from them. When the fake is dropped, it
/// panics if there were unexpected calls, or if replies are left: see [`verify`](Self::verify).
///
/// The methods of this type hide endpoints with the same name. Call such an endpoint by its trait, as in
/// `Notes::calls(&fake)`.
pub struct Fake {
    pub(super) shared: Arc<Shared>,
}

impl Fake {
    /// Creates a fake without stubs.
    #[must_use]
    pub fn new() -> Self {
        Self { shared: Arc::new(Shared::new(None)) }
    }

    /// Creates a fake whose endpoints follow the conventions of an API, unless they name one.
    ///
    /// A [`Client`](crate::Client) on a fake needs [`new`](Self::new) only, since its builder has the API.
    #[must_use]
    pub fn with_api(api: &'static Api) -> Self {
        Self { shared: Arc::new(Shared::new(Some(api))) }
    }

    /// Adds a stub for the call that the closure makes: same method, same arguments.
    ///
    /// The closure calls one method of its argument, without `.await`.
    ///
    /// A body that is a stream is not compared, nor is a header of a `HeaderMap` that only the call has. The order of the
    /// keys in a query, a form or a JSON object has no meaning. Arguments of a list are those of its first page.
    ///
    /// ```
    /// use pivotal_runtime::testing::Fake;
    /// use pivotal_runtime::{Error, Transport, endpoint};
    /// use serde::{Deserialize, Serialize};
    /// use serde_json::json;
    ///
    /// #[derive(Serialize, Deserialize)]
    /// pub struct Deleted {
    ///     pub id: String,
    /// }
    ///
    /// pub trait Customers: Transport {
    ///     #[endpoint(DELETE, "/customers/<id>", response = Deleted)]
    ///     async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
    /// }
    /// impl<T: Transport> Customers for T {}
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// let fake = Fake::new();
    /// fake.on(|api| api.delete_customer("42")).returns(&Deleted { id: "42".to_owned() });
    /// fake.on(|api| api.delete_customer("43")).responds(404, json!({ "message": "no such customer" }));
    ///
    /// assert_eq!(fake.delete_customer("42").await?.id, "42");
    /// assert!(fake.delete_customer("43").await.is_err_and(|error| error.is_not_found()));
    /// # Ok(()) }
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if the closure makes no call or several, or if an argument is not allowed in a request.
    #[track_caller]
    pub fn on<C: StubbedCall>(&self, call: impl FnOnce(&'static Probe) -> C) -> Stub<'_, C::Returned> {
        let called = Box::new(probe(call));
        let spec = called.spec;
        Stub::new(&self.shared, Filter::Call { called, any_arguments: false }, spec, Location::caller())
    }

    /// Adds a stub for each call of an operation.
    ///
    /// It is the `operation` of a declaration, by default the name of the method. The stub's [`returns`](Stub::returns) takes
    /// JSON.
    #[track_caller]
    pub fn on_operation(&self, operation: impl Into<String>) -> Stub<'_, serde_json::Value> {
        Stub::new(&self.shared, Filter::Operation(operation.into()), any_spec(), Location::caller())
    }

    /// Adds a stub for each call.
    ///
    /// The stub's [`returns`](Stub::returns) takes JSON.
    #[track_caller]
    pub fn on_any(&self) -> Stub<'_, serde_json::Value> {
        Stub::new(&self.shared, Filter::Any, any_spec(), Location::caller())
    }

    /// Injects random faults and latency into all further requests.
    ///
    /// An injected fault uses no reply, except [`SlowBody`](super::Fault::SlowBody), which delays it. A fault of the reply
    /// precedes an injected one of the body.
    pub fn inject(&self, faults: FaultMix) {
        self.shared.lock().mix = Some(faults);
    }

    /// Returns this fake as an HTTP client.
    ///
    /// Pass it to [`ClientBuilder::http_client`](crate::ClientBuilder::http_client), to test a client with all its policies.
    #[must_use]
    pub fn http_client(&self) -> FakeHttpClient {
        FakeHttpClient { shared: Arc::clone(&self.shared) }
    }

    /// Returns all calls so far, in their order.
    ///
    /// If a [`Client`](crate::Client) sends them, these are the attempts.
    #[must_use]
    pub fn calls(&self) -> Vec<RecordedCall> {
        self.shared.lock().calls.clone()
    }

    /// Returns the last call.
    ///
    /// # Panics
    ///
    /// Panics if there were no calls.
    #[must_use]
    #[track_caller]
    pub fn last_call(&self) -> RecordedCall {
        match self.shared.lock().calls.last() {
            Some(call) => call.clone(),
            None => panic!("the fake received no calls"),
        }
    }

    /// Checks that there were no unexpected calls, and that all replies were used.
    ///
    /// Dropping the fake does the same.
    ///
    /// # Panics
    ///
    /// Panics if a check fails, with a list of the calls.
    #[track_caller]
    pub fn verify(&self) {
        let failure = {
            let mut state = self.shared.lock();
            let failure = report::failure(&state);
            if failure.is_some() {
                // It is reported once.
                state.unexpected.clear();
                state.entries.clear();
            }
            failure
        };
        if let Some(failure) = failure {
            panic!("{failure}");
        }
    }
}

fn any_spec() -> ResponseSpec {
    ResponseSpec::new(undeclared_endpoint(&http::Method::GET))
}

impl Default for Fake {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        // A second panic would abort the test.
        if !thread::panicking() {
            self.verify();
        }
    }
}

/// Prints the numbers of stubs and calls.
impl fmt::Debug for Fake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.shared.lock();
        f.debug_struct("Fake").field("stubs", &state.entries.len()).field("calls", &state.calls.len()).finish()
    }
}
