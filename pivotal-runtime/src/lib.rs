//! Declare an HTTP API as a trait, call it on any transport.
//!
//! You write the signature that you want to call and, above it, the HTTP request that it represents. The [`endpoint`] attribute
//! writes the body.
//!
//! ```
//! use pivotal_runtime::{Error, Transport, endpoint};
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! pub struct Deleted {
//!     pub id: String,
//!     pub deleted: bool,
//! }
//!
//! pub trait Customers: Transport {
//!     /// Soft-deletes a customer. Calling it again returns the same record.
//!     #[endpoint(DELETE, "/api/v1/customers/<id>", response = Deleted)]
//!     async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
//! }
//! impl<T: Transport> Customers for T {}
//! ```
//!
//! Every [`Transport`] has the method now: the [`Client`], a reference or an [`Arc`](std::sync::Arc) of it, and a `Fake` in a test.
//!
//! # The way of a call
//!
//! [`Endpoint`] (the declaration) → [`Request`] → [`Transport`] → [`http::Response`] → a value or an [`Error`]. Building a request
//! and decoding a response need no socket and no clock. Everything that waits is in a [`Transport`].
//!
//! The module [`parameter`] lists the types of parameters, and [`return_type`] the return types. The docs of [`endpoint`] have a
//! table of forms, "How do I declare …". [`Request::new`] builds a request without a
//! declaration.
//!
//! # An API's conventions
//!
//! An [`Api`] is a constant with the HTTP conventions of an API: base URL, headers of every call, error type, and so on.
//! Credentials are values, too: [`Bearer`], [`Basic`], [`ApiKey`], or your own [`Credentials`].
//!
//! ```
//! use pivotal_runtime::{Api, Bearer, Client, Error, ErrorBody, endpoints};
//! use serde::Deserialize;
//!
//! /// The HTTP conventions of GitHub.
//! pub static GITHUB: Api = Api::new()
//!     .base_url("https://api.github.com")
//!     .header("X-GitHub-Api-Version", "2022-11-28")
//!     .error::<Problem>();
//!
//! /// The body of an error.
//! #[derive(Deserialize)]
//! pub struct Problem {
//!     pub message: String,
//! }
//!
//! impl ErrorBody for Problem {
//!     fn message(&self) -> Option<&str> {
//!         Some(&self.message)
//!     }
//! }
//!
//! #[derive(Deserialize)]
//! pub struct Issue {
//!     pub title: String,
//! }
//!
//! #[endpoints("/repos/<owner>/<repo>", api = GITHUB)]
//! pub trait Issues {
//!     #[endpoint(GET, "/issues/<number>")]
//!     async fn issue(&self, owner: &str, repo: &str, number: u64) -> Result<Issue, Error>;
//! }
//!
//! async fn title(token: &str) -> Result<String, Error> {
//!     let github = Client::builder().api(&GITHUB).credentials(Bearer::new(token)?).build()?;
//!     Ok(github.issue("rust-lang", "rust", 1).await?.title)
//! }
//! # let _ = title("ghp_K8s9vQ2mXw7b");
//! ```
//!
//! # Streams
//!
//! A method that returns [`Events`], [`Lines`] or [`Body`] returns as soon as the head of the response is here. The body is received
//! as it is read.
//!
//! ```
//! use pivotal_runtime::{Error, Events, Lines, Transport, endpoint};
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! pub struct Token {
//!     pub text: String,
//! }
//!
//! pub trait Chat: Transport {
//!     #[endpoint(POST, "/chat?<prompt>", until = "[DONE]")]
//!     async fn chat(&self, prompt: &str) -> Result<Events<Token>, Error>;
//!
//!     #[endpoint(GET, "/chats/<id>/log")]
//!     async fn log(&self, id: &str) -> Result<Lines<String>, Error>;
//! }
//! impl<T: Transport> Chat for T {}
//! ```
//!
//! # Layers
//!
//! With the feature `tower`, `ClientBuilder::layer` wraps the HTTP client in layers of tower: those of `tower-http`, or your own, for
//! instance for a signature, tracing or a cache. A layer sees each attempt, with its final headers and the credentials.
//!
#![cfg_attr(feature = "tower", doc = "```")]
#![cfg_attr(not(feature = "tower"), doc = "```ignore")]
//! use pivotal_runtime::http::{HeaderValue, Request};
//! use pivotal_runtime::{Body, Client, Endpoint, Error};
//! use tower::util::MapRequestLayer;
//!
//! /// Sends the name of the called method as a header.
//! fn with_operation() -> Result<Client, Error> {
//!     let layer = MapRequestLayer::new(|mut request: Request<Body>| {
//!         if let Some(endpoint) = request.extensions().get::<&'static Endpoint>().copied() {
//!             request.headers_mut().insert("X-Operation", HeaderValue::from_static(endpoint.operation()));
//!         }
//!         request
//!     });
//!     Client::builder().base_url("https://api.example.com").layer(layer).build()
//! }
//! # with_operation().unwrap();
//! ```
//!
//! `ServiceClient` is the way in the other direction: it makes an [`HttpClient`] of a service of tower.
//!
//! # Testing
//!
//! With the feature `testing`, `testing::Fake` is a server without a socket. Its stubs have the types of the methods, and the
//! production [`Client`] runs on it, with faults and a paused clock: see `testing`.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use pivotal_runtime::testing::Fake;
//! use pivotal_runtime::{Error, Transport, endpoint};
//!
//! trait Notes: Transport {
//!     #[endpoint(GET, "/notes/<id>")]
//!     async fn note(&self, id: u64) -> Result<String, Error>;
//! }
//! impl<T: Transport> Notes for T {}
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! let fake = Fake::new();
//! fake.on(|api| api.note(7)).returns(&"buy milk".to_owned());
//! assert_eq!(fake.note(7).await?, "buy milk");
//! # Ok(()) }
//! ```
//!
//! # Features
//!
//! - `rustls` (enabled by default): TLS by rustls, with the root certificates of the platform.
//! - `blocking`: `blocking::Client`, for endpoints that are not `async`.
//! - `compression`: [`Client`] requests bodies that are compressed with gzip, brotli, zstd or deflate, and decodes them. Limits on
//!   the size of a body count decoded bytes. A [`Response`] does not have the headers `Content-Encoding` and `Content-Length` of a decoded
//!   body. Without the feature, a body with a coding is an error that names it.
//! - `charset`: text in any charset of the WHATWG Encoding Standard, such as `text/plain; charset=shift_jis`. Without the feature,
//!   only UTF-8 and ISO-8859-1 are decoded. [`FromBody`](return_type::FromBody) describes charsets.
//! - `tracing`: spans of calls and attempts, and events of waits, for `tracing` and OpenTelemetry: see [`telemetry`].
//! - `metrics`: metrics of calls for the facade `metrics`: see [`telemetry`].
//! - `tower`: `ClientBuilder::layer` wraps the HTTP client in layers of tower. `ServiceClient` and `HttpService` convert between
//!   services of tower and [`HttpClient`]. The crates `tower-layer` and `tower-service` are the only dependencies that it adds.
//! - `testing`: fakes for tests. It adds no dependency.
//!
//! The crate `pivotal-hyper` has an [`HttpClient`] on hyper, whose short calls take about 40 % fewer instructions.

mod api;
mod base_url;
pub mod blocking;
mod body;
mod call;
mod client;
mod credentials;
mod endpoint;
mod error;
mod format;
// Its programs run if every feature that a chapter shows is enabled.
#[cfg(any(
    all(doc, not(doctest)),
    all(
        doctest,
        feature = "blocking",
        feature = "metrics",
        feature = "rustls",
        feature = "testing",
        feature = "tower",
        feature = "tracing"
    )
))]
pub mod guide;
mod headers;
pub mod pagination;
mod random;
mod rate_limit;
mod request;
mod response;
mod status;
#[doc = include_str!("../TELEMETRY.md")]
pub mod telemetry {}
#[cfg(feature = "testing")]
pub mod testing;
mod transport;

#[doc(hidden)]
pub mod __private;

pub use bytes::Bytes;
pub use http;

pub use crate::api::Api;
pub use crate::base_url::Target;
pub use crate::body::{Body, BodyReader};
pub use crate::call::Call;
pub use crate::client::{
    CallOptions, Client, ClientBuilder, HeaderRateLimiter, HttpClient, RateLimitPermit, RateLimitedAttempt,
    RateLimiter, RetryLimit, SystemProxies, Timeout,
};
#[cfg(feature = "tower")]
pub use crate::client::{HttpService, ServiceClient};
pub use crate::credentials::{ApiKey, Applied, Attempt, Basic, Bearer, Credentials};
pub use crate::endpoint::Endpoint;
pub use crate::error::{Delivery, Error, ErrorBody, ErrorKind, ProblemDetails};
pub use crate::format::{Format, Json};
#[doc(inline)]
pub use crate::pagination::{LinkPage, Next, Pages, Paginated, Sent};
pub use crate::rate_limit::{RateLimit, RateLimitHeaders};
pub use crate::request::{Displayed, Multipart, ObjectKey, Part, PercentEncoded, Request, parameter};
pub use crate::response::{Conditional, DecodeError, Event, Events, Lines, Response, return_type};
pub use crate::transport::{BlockingTransport, DynTransport, Transport, WithOptions};
pub use pivotal_macros::{endpoint, endpoints};
