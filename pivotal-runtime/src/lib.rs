//! Declare an HTTP API as a trait, and call it on any transport.
//!
//! You write the signature that you want to call and, above it, the HTTP request that it represents. The attribute
//! [`endpoint`] implements the method.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```no_run")]
//! use pivotal_runtime::{Client, Error, Transport, endpoint};
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! struct Repository {
//!     full_name: String,
//!     open_issues: u64,
//! }
//!
//! trait Repositories: Transport {
//!     /// Returns a repository.
//!     #[endpoint(GET, "/repos/<owner>/<name>")]
//!     async fn repository(&self, owner: &str, name: &str) -> Result<Repository, Error>;
//! }
//! impl<T: Transport> Repositories for T {}
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Error> {
#![cfg_attr(feature = "testing", doc = "# let fake = pivotal_runtime::testing::Fake::new();")]
#![cfg_attr(
    feature = "testing",
    doc = r#"# fake.on_any().responds(200, serde_json::json!({ "full_name": "rust-lang/rust", "open_issues": 11402 }));"#
)]
//!     let github = Client::builder()
//!         .base_url("https://api.github.com")
#![cfg_attr(feature = "testing", doc = "#         .http_client(fake.http_client())")]
//!         .build()?;
//!     let repository = github.repository("rust-lang", "rust").await?;
//!     println!("{} has {} open issues", repository.full_name, repository.open_issues);
//!     Ok(())
//! }
//! ```
//!
//! Mistakes in a declaration are compile errors that point at the offending token and suggest a fix. Every call has a deadline.
//! Retries never repeat work that is not safe to repeat. Credentials go to the API's origin, and to origins
//! that you list. Logs never contain them, and error texts redact those of 8 bytes or more.
//!
//! # Contents
//!
//! The [guide](guide) has a chapter for each task, with a program that runs and short recipes. These are the items, by subject:
//!
//! | subject | guide | items |
//! | --- | --- | --- |
//! | declarations | [requests](guide::requests), [responses](guide::responses), [pagination](guide::pagination) | [`endpoint`], with a table "How do I declare …", [`endpoints`], the types of [parameters](parameter) and [return types](return_type) |
//! | an API | [conventions](guide::conventions), [credentials](guide::credentials) | [`Api`], [`Bearer`], [`Basic`], [`ApiKey`], [`Credentials`], [`Format`] |
//! | calls | [first call](guide::first_call), [per-call options](guide::per_call_options), [blocking calls](guide::blocking) | [`Client`], with its guarantees and settings, [`ClientBuilder`], [`CallOptions`], [`Call`], [`blocking`] |
//! | errors | [errors](guide::errors) | [`Error`], [`ErrorKind`], [`ErrorBody`], [`ProblemDetails`] |
//! | lists | [pagination](guide::pagination) | [`Pages`], [`Paginated`], [`Next`], [`LinkPage`] |
//! | streams and files | [streams](guide::streams), [uploads and downloads](guide::uploads_and_downloads) | [`Events`], [`Lines`], [`Body`], [`Multipart`] |
//! | reliability | [retries, timeouts and limits](guide::retries_and_timeouts), [rate limits](guide::rate_limits), [idempotency](guide::idempotency) | [`Timeout`], [`RetryLimit`], [`Delivery`], [`RateLimiter`], [`RateLimit`] |
//! | transports | [layers](guide::layers) | [`Transport`], [`DynTransport`], [`BlockingTransport`], [`HttpClient`], [`Request`], [`Response`], [`Endpoint`] |
//! | operation | [traces and metrics](guide::traces_and_metrics) | [`telemetry`] |
//! | tests | [testing](guide::testing) | `testing`, with the `Fake` |
//! | OpenAPI | [OpenAPI](guide::openapi) | the crate `pivotal-openapi` |
//!
//! [Coming from another library](guide::coming_from) translates declarations of Retrofit, Refit and progenitor, and code on reqwest.
//!
//! A call passes these stages: [`Endpoint`] (the declaration) → [`Request`] → [`Transport`] → `http::Response` → a value or an
//! [`Error`]. Building a request and decoding a response need no socket and no clock. Everything that waits is in a
//! [`Transport`].
//!
//! # Features
//!
//! | feature | adds |
//! | --- | --- |
//! | `rustls` (default) | TLS by rustls, with the root certificates of the platform |
//! | `blocking` | [`blocking::Client`], for endpoints that are not `async` |
//! | `compression` | [`Client`] requests bodies compressed with gzip, brotli, zstd or deflate, and decodes them. Limits on the size of a body count decoded bytes. A decoded [`Response`] has no `Content-Encoding` and no `Content-Length`. Without the feature, a body with a coding is an error that names it |
//! | `charset` | text in any charset of the WHATWG Encoding Standard. Without the feature, UTF-8 and ISO-8859-1 are decoded: see [`FromBody`](return_type::FromBody) |
//! | `tracing` | [spans and events](telemetry) of calls, attempts and waits, for `tracing` and OpenTelemetry |
//! | `metrics` | [metrics](telemetry) of calls, for the facade `metrics` |
//! | `tower` | `ClientBuilder::layer`, `ServiceClient` and `HttpService`: layers and services of tower. It adds `tower-layer` and `tower-service` to the build |
//! | `testing` | `testing::Fake`, for tests of code that makes calls. It adds no dependency |
//!
//! The crate `pivotal-hyper` has an [`HttpClient`] on hyper, whose short calls take about 40 % fewer instructions.
//!
//! # Versions
//!
//! The crate needs Rust 1.88. A minor release can raise that. Types of these crates are part of the public API: `bytes` 1,
//! `futures-core` 0.3, `http` 1, `http-body` 1, `reqwest` 0.13, `serde` 1, `serde_json` 1, `tokio` 1 and, with the feature `tower`,
//! `tower-layer` 0.3 and `tower-service` 0.3.

#![cfg_attr(docsrs, feature(doc_cfg))]
// For the docs of crates that re-export this one, if they are built alone.
#![doc(html_root_url = "https://docs.rs/pivotal-runtime/latest")]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

// In front of the modules with further constructors, so that the docs of `Error` begin with its contents.
mod error;

mod api;
mod base_url;
pub mod blocking;
mod body;
mod call;
mod client;
mod credentials;
mod endpoint;
mod format;
#[cfg_attr(docsrs, doc(auto_cfg = false))]
#[allow(clippy::doc_markdown, reason = "names of products, such as OkHttp")]
// Its programs run if every feature that a chapter shows is enabled.
#[cfg(any(
    not(doctest),
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
