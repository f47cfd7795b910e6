//! Coverage of a contract: the endpoints and statuses that tests met.

mod table;

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use http::StatusCode;

pub use self::table::{CoverageRow, CoverageTable};
use crate::response::ResponseSpec;
use crate::{Api, BlockingTransport, Body, Endpoint, Error, ErrorKind, Request, Transport};

/// Records which endpoints were called, and the statuses and errors of the calls.
///
/// As a `static`, it is shared by all tests of a process. [`observe`](Self::observe) wraps the transport of a test.
/// [`table`](Self::table) returns the results, as values to assert on and as a Markdown table.
///
/// The test harness runs nothing after the last test. A test that checks the table makes the calls itself, or calls the
/// functions that make them.
///
/// ```
/// use pivotal_runtime::testing::{Coverage, Fake};
/// use pivotal_runtime::{Client, Error, endpoints};
/// use serde_json::json;
///
/// #[endpoints("/notes")]
/// pub trait Notes {
///     #[endpoint(GET, "/<id>")]
///     async fn note(&self, id: u64) -> Result<String, Error>;
///
///     #[endpoint(POST, "", success = [200, 201])]
///     async fn create(&self) -> Result<String, Error>;
///
///     #[endpoint(DELETE, "/<id>")]
///     async fn delete(&self, id: u64) -> Result<(), Error>;
/// }
///
/// static COVERAGE: Coverage = Coverage::new();
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let fake = Fake::new();
/// fake.on(|api| api.note(1)).returns(&"hello".to_owned());
/// fake.on(|api| api.note(2)).responds(404, json!({ "message": "no such note" }));
/// fake.on(|api| api.create()).responds(201, "3");
///
/// let api = COVERAGE.observe(&fake);
/// api.note(1).await?;
/// api.note(2).await.unwrap_err();
/// api.create().await?;
///
/// let table = COVERAGE.table([<Client as Notes>::ENDPOINTS]);
/// assert_eq!(table.uncalled(), ["delete"]);
/// assert_eq!(table.row("note").unwrap().outcomes(), ["200", "404"]);
/// assert_eq!(table.row("create").unwrap().unmet(), ["200"]);
/// println!("{table}");
/// # Ok(()) }
/// ```
///
/// It prints:
///
/// | operation | request | met | not met |
/// | --- | --- | --- | --- |
/// | `note` | `GET /notes/<id>` | 200, 404 | |
/// | `create` | `POST /notes` | 201 | 200 |
/// | `delete` | `DELETE /notes/<id>` | **never called** | 2xx |
///
/// 2 of 3 endpoints were called.
pub struct Coverage {
    calls: Mutex<Vec<Calls>>,
}

/// The calls of an endpoint.
#[derive(Debug, Clone)]
struct Calls {
    spec: ResponseSpec,
    /// The outcomes with their numbers.
    outcomes: Vec<(Outcome, usize)>,
}

/// The outcome of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Status(u16),
    /// The name of an [`ErrorKind`].
    Failed(&'static str),
}

impl Coverage {
    /// Creates a record without calls.
    #[must_use]
    pub const fn new() -> Self {
        Self { calls: Mutex::new(Vec::new()) }
    }

    /// Wraps a transport: a [`Client`](crate::Client), a [`Fake`](super::Fake), or a reference to one.
    ///
    /// A call is recorded when its response or its error arrives, so a call that is dropped is not recorded. Of a call that a
    /// [`Client`](crate::Client) retried, only the last outcome is recorded.
    pub fn observe<T>(&self, transport: T) -> Observed<'_, T> {
        Observed { coverage: self, transport }
    }

    /// Returns the calls of these endpoints so far.
    ///
    /// The argument is the constant `ENDPOINTS` of each trait that [`endpoints`](crate::endpoints) declares. Calls of other
    /// endpoints are not in the table.
    pub fn table(&self, endpoints: impl IntoIterator<Item = &'static [Endpoint]>) -> CoverageTable {
        let recorded = self.lock();
        let calls_of = |endpoint: &Endpoint| recorded.iter().find(|calls| calls.spec.endpoint == endpoint);
        let endpoints = endpoints.into_iter().flatten();
        CoverageTable::new(endpoints.map(|endpoint| CoverageRow::new(endpoint, calls_of(endpoint))).collect())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Calls>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn record(&self, spec: ResponseSpec, result: &Result<http::Response<Body>, Error>) {
        let status = |status: StatusCode| Outcome::Status(status.as_u16());
        let outcome = match result {
            Ok(response) => status(response.status()),
            Err(error) => error.status().map_or(Outcome::Failed(ErrorKind::as_str(error.kind())), status),
        };
        let mut recorded = self.lock();
        match recorded.iter_mut().find(|calls| calls.spec.endpoint == spec.endpoint) {
            Some(calls) => calls.count(outcome),
            None => recorded.push(Calls { spec, outcomes: vec![(outcome, 1)] }),
        }
    }
}

impl Calls {
    fn count(&mut self, outcome: Outcome) {
        match self.outcomes.iter_mut().find(|(own, _)| *own == outcome) {
            Some((_, count)) => *count += 1,
            None => self.outcomes.push((outcome, 1)),
        }
    }
}

impl Default for Coverage {
    fn default() -> Self {
        Self::new()
    }
}

/// Prints the number of endpoints that were called.
impl fmt::Debug for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Coverage").field("endpoints", &self.lock().len()).finish()
    }
}

/// A transport whose calls are recorded: see [`Coverage::observe`].
#[derive(Clone)]
pub struct Observed<'c, T> {
    coverage: &'c Coverage,
    transport: T,
}

impl<T: Transport> Transport for Observed<'_, T> {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let spec = request.spec;
        let result = self.transport.send(request).await;
        self.coverage.record(spec, &result);
        result
    }

    fn api(&self) -> Option<&'static Api> {
        self.transport.api()
    }
}

impl<T: BlockingTransport> BlockingTransport for Observed<'_, T> {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let spec = request.spec;
        let result = self.transport.send(request);
        self.coverage.record(spec, &result);
        result
    }

    fn api(&self) -> Option<&'static Api> {
        self.transport.api()
    }
}

impl<T: fmt::Debug> fmt::Debug for Observed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observed").field("transport", &self.transport).finish_non_exhaustive()
    }
}
