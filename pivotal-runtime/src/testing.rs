//! Fakes for tests of code that makes calls, with the feature `testing`.
//!
//! A [`Fake`] is a server without a socket. It has all endpoints, so code that takes an `impl Customers` or an
//! `impl Transport` takes a fake, too. [Testing](crate::guide::testing) is the chapter of the guide. Enable the feature for
//! tests only:
//!
//! ```toml
//! [dev-dependencies]
//! pivotal-runtime = { version = "0.1", features = ["testing"] }
//! ```
//!
//! ```
//! use pivotal_runtime::testing::Fake;
//! use pivotal_runtime::{Error, Transport, endpoint};
//! use serde::{Deserialize, Serialize};
//! use serde_json::json;
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! pub struct Note {
//!     pub text: String,
//! }
//!
//! pub trait Notes: Transport {
//!     #[endpoint(GET, "/notes/<id>")]
//!     async fn note(&self, id: u64) -> Result<Note, Error>;
//! }
//! impl<T: Transport> Notes for T {}
//!
//! /// The code to test.
//! async fn text_of(api: &impl Notes, id: u64) -> Result<String, Error> {
//!     match api.note(id).await {
//!         Err(error) if error.is_not_found() => Ok("(deleted)".to_owned()),
//!         note => Ok(note?.text),
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! let fake = Fake::new();
//! fake.on(|api| api.note(1)).returns(&Note { text: "buy milk".to_owned() });
//! fake.on(|api| api.note(2)).responds(404, json!({ "title": "no such note" }));
//!
//! assert_eq!(text_of(&fake, 1).await?, "buy milk");
//! assert_eq!(text_of(&fake, 2).await?, "(deleted)");
//! # Ok(()) }
//! ```
//!
//! # Stubs
//!
//! | stub | is for |
//! | --- | --- |
//! | `fake.on(\|api\| api.note(1))` | this call with these arguments |
//! | `fake.on(\|api\| api.note(1)).any_arguments()` | each call of the method |
//! | `fake.on_operation("note")` | each call of the operation |
//! | `fake.on_any()` | each call |
//!
//! | reply | does |
//! | --- | --- |
//! | [`returns(&value)`](Stub::returns) | returns what the method returns: a value, `None`, events, lines, bytes, or the pages of a list ([`StubValue`]) |
//! | [`responds(404, json!(…))`](Stub::responds) | responds with a status and a body |
//! | [`responds_with(\|call\| …)`](Stub::responds_with) | responds with what a function returns |
//! | [`fails(Fault::Refused)`](Stub::fails) | fails |
//!
//! A reply is for one call. [`times(3)`](Reply::times) and [`always()`](Reply::always) change that.
//! [`header`](Reply::header), [`latency`](Reply::latency) and [`with_fault`](Reply::with_fault) change the response. Several
//! replies to the same call are used in their order.
//!
//! A test fails if a call is unexpected, or if a reply is left when the fake is dropped. The text contains the calls, the
//! expected ones, and how they differ.
//!
//! # Recorded calls
//!
//! [`Fake::calls`] and [`Fake::last_call`] return the requests: the operation, parameters by name, headers, and the body.
//!
//! ```
//! # use pivotal_runtime::testing::Fake;
//! # use pivotal_runtime::{Error, Transport, endpoint};
//! # use serde_json::{Value, json};
//! # trait Notes: Transport {
//! #     #[endpoint(POST, "/folders/<folder>/notes?<notify>", body = note, response = ())]
//! #     async fn write(&self, folder: &str, notify: bool, note: &Value) -> Result<(), Error>;
//! # }
//! # impl<T: Transport> Notes for T {}
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! let fake = Fake::new();
//! fake.on_operation("write").responds(204, "");
//! fake.write("to do", true, &json!({ "text": "buy milk" })).await?;
//!
//! let call = fake.last_call();
//! assert_eq!(call.parameter("folder"), Some("to do"));
//! assert_eq!(call.parameter("notify"), Some("true"));
//! assert_eq!(call.json::<Value>()["text"], "buy milk");
//! # Ok(()) }
//! ```
//!
//! # The client on a fake
//!
//! [`Fake::http_client`] is an HTTP client for the production [`Client`](crate::Client), with its retries, timeouts, rate
//! limits and credentials. On tokio's paused clock, waits take no real time.
//!
//! ```
//! use pivotal_runtime::testing::{Fake, Fault};
//! use pivotal_runtime::{Client, Error, Transport, endpoint};
//! # use std::time::Duration;
//! # trait Notes: Transport {
//! #     #[endpoint(GET, "/notes/<id>")]
//! #     async fn note(&self, id: u64) -> Result<String, Error>;
//! # }
//! # impl<T: Transport> Notes for T {}
//!
//! #[tokio::test(start_paused = true)]
//! # async fn is_no_test_here() {}
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> Result<(), Error> { third_attempt_succeeds().await }
//! async fn third_attempt_succeeds() -> Result<(), Error> {
//!     let fake = Fake::new();
//!     let client = Client::builder().base_url("https://api.example.com").http_client(fake.http_client()).build()?;
//!     fake.on(|api| api.note(1)).fails(Fault::ResetAfterSending);
//!     fake.on(|api| api.note(1)).fails(Fault::RateLimited(Duration::from_secs(20)));
//!     fake.on(|api| api.note(1)).returns(&"buy milk".to_owned());
//!
//!     assert_eq!(client.note(1).await?, "buy milk");
//!     assert!(fake.last_call().sent_at() >= Duration::from_secs(20));
//!     Ok(())
//! }
//! ```
//!
//! [`Fault`] lists the faults. [`Fake::inject`] adds a [`FaultMix`] to all requests, random but the same for a seed.
//!
//! # Errors and coverage
//!
//! [`TestError`] builds the errors of calls, for code that handles an [`Error`](crate::Error). [`Coverage`] counts the
//! endpoints and statuses of a test run, and prints them as a table.

#![expect(clippy::panic, reason = "a test fails by a panic")]

mod call;
mod called;
mod coverage;
mod fake;
mod fault;
mod http_client;
mod matching;
mod parameters;
mod probe;
mod recorded;
mod reply;
mod report;
mod state;
mod stub;
mod transport;
mod value;

pub use self::call::StubbedCall;
pub(crate) use self::called::Called;
pub use self::coverage::{Coverage, CoverageRow, CoverageTable, Observed};
pub use self::fake::Fake;
pub use self::fault::{Fault, FaultMix};
pub use self::http_client::FakeHttpClient;
pub(crate) use self::probe::probe;
pub use self::probe::{Probe, endpoint_of, outcome_of, request_of};
pub use self::recorded::RecordedCall;
#[doc(hidden)]
pub use self::reply::Planned;
pub use self::reply::ReplyBody;
pub use self::stub::{Reply, Stub};
#[doc(hidden)]
pub use self::value::Spec;
pub use self::value::{PageList, StubValue};
pub use crate::error::TestError;
