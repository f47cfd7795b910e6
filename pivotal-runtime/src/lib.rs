//! Declare an HTTP API as a trait, call it on any transport.
//!
//! You write the signature that you want to call and, above it, the HTTP request that it stands for.
//! The [`endpoint`] attribute writes the body.
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
//! Every [`Transport`] has the method now: the [`Client`], a reference or an [`Arc`](std::sync::Arc)
//! of it, and a fake of ten lines in a test.
//!
//! # How a call flows
//!
//! [`Endpoint`] (what is declared) → [`Request`] (what is asked) → [`Transport`] (who asks) →
//! [`http::Response`] (what is answered) → a value or an [`Error`]. Building a request and reading an
//! answer need no socket and no clock; everything that waits is behind [`Transport`].
//!
//! # An API's conventions
//!
//! How an API uses HTTP is a constant, an [`Api`]: base URL, headers of every call, error type, and so on. Credentials are
//! values, too: [`Bearer`], [`Basic`], [`ApiKey`], or your own [`Credentials`].
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
//! # Features
//!
//! - `rustls` (on by default): TLS by rustls, trusting the roots of the platform.
//! - `blocking`: `blocking::Client`, for endpoints that are plain functions.
//!
//! The crate `pivotal-hyper` has an [`HttpClient`] on hyper, whose short calls take about 40 % fewer instructions.

mod answer;
mod api;
mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
mod body;
mod call;
mod client;
mod credentials;
mod deliver;
mod encode;
mod endpoint;
mod error;
mod headers;
mod multipart;
mod outcome;
mod pages;
mod parameters;
mod policy;
mod random;
mod rate_limit;
mod read;
mod reading;
mod request;
mod response;
mod transport;
mod values;

#[doc(hidden)]
pub mod __private;

pub use http;

pub use crate::answer::Answer;
pub use crate::api::Api;
pub use crate::base_url::Target;
pub use crate::body::Body;
pub use crate::call::Call;
pub use crate::client::{
    CallOptions, Client, ClientBuilder, HeaderRateLimiter, HttpClient, RateLimitPermit, RateLimitedAttempt,
    RateLimiter, ReqwestSettings,
};
pub use crate::credentials::{ApiKey, Applied, Attempt, Basic, Bearer, Credentials};
pub use crate::deliver::Deliver;
pub use crate::endpoint::{Endpoint, EndpointParameter, Location};
pub use crate::error::{Error, ErrorBody, ErrorKind, ProblemDetails};
pub use crate::multipart::Multipart;
pub use crate::outcome::{Declared, FromBody, FromError, FromResponse, Outcome};
pub use crate::pages::{Next, Pages, Paginated, WholePages};
pub use crate::parameters::{
    BytesBody, FormBody, HeaderParameter, JsonBody, PathParameter, QueryFields, QueryParameter, StreamBody, TextBody,
};
pub use crate::policy::{Delivery, Timeout};
pub use crate::rate_limit::{RateLimit, RateLimitHeaders};
pub use crate::request::Request;
pub use crate::response::Response;
pub use crate::transport::{BlockingTransport, DynTransport, Transport, WithOptions};
pub use pivotal_macros::{endpoint, endpoints};
