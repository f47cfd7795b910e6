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
//! # Another API
//!
//! Only the [`ApiKey`] is Pivotal's alone. Where a key has another form, the endpoints say `auth = none`, and the client
//! sends it as a header of every call. A version may be a header as well, and errors are read into a type of yours:
//!
//! ```
//! use pivotal_runtime::http::{HeaderName, HeaderValue, header::AUTHORIZATION};
//! use pivotal_runtime::{Client, Error, endpoints};
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! pub struct Issue {
//!     pub title: String,
//! }
//!
//! /// What the body of an error says.
//! #[derive(Deserialize)]
//! pub struct Problem {
//!     pub message: String,
//! }
//!
//! /// What a call fails with.
//! pub enum GitHubError {
//!     Refused(String),
//!     Other(Error),
//! }
//!
//! impl From<Error> for GitHubError {
//!     fn from(error: Error) -> Self {
//!         match error.detail::<Problem>() {
//!             Some(problem) => Self::Refused(problem.message.clone()),
//!             None => Self::Other(error),
//!         }
//!     }
//! }
//!
//! #[endpoints("/repos")]
//! pub trait GitHub {
//!     #[endpoint(GET, "/<owner>/<repo>/issues/<number>", auth = none, error = Problem)]
//!     async fn issue(&self, owner: &str, repo: &str, number: u64) -> Result<Issue, GitHubError>;
//! }
//!
//! fn client(token: &str) -> Result<Client, Box<dyn std::error::Error>> {
//!     let mut key = HeaderValue::try_from(format!("Bearer {token}"))?;
//!     key.set_sensitive(true);
//!     let version = HeaderName::from_static("x-github-api-version");
//!     let client = Client::builder()
//!         .base_url("https://api.github.com")
//!         .default_header(AUTHORIZATION, key)
//!         .default_header(version, HeaderValue::from_static("2022-11-28"))
//!         .build()?;
//!     Ok(client)
//! }
//! # client("ghp_K8s9vQ2mXw7b").unwrap();
//! ```
//!
//! A key that changes is set by a wrapper: a [`Transport`] that puts it into [`Request::headers_mut`]. With `auth = none`, a
//! POST gets no `Idempotency-Key` by itself; if the server keeps them, give it one, as a `header` of the declaration or by
//! [`CallOptions::idempotency_key`]. For pages of another form, see [`Paginated`].
//!
//! # Features
//!
//! - `rustls` (on by default): TLS by rustls, trusting the roots of the platform.
//! - `blocking`: `blocking::Client`, for endpoints that are plain functions.
//! - `hyper`: `ClientBuilder::hyper`, for a client without reqwest, whose short calls take about half of the instructions.

mod answer;
mod api_key;
mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
mod body;
mod call;
mod client;
mod deliver;
mod encode;
mod endpoint;
mod envelope;
mod error;
mod multipart;
mod outcome;
mod page;
mod pages;
mod parameters;
mod policy;
mod random;
mod rate_limit;
mod read;
mod reading;
mod redact;
mod request;
mod response;
mod transport;
mod values;

#[doc(hidden)]
pub mod __private;

pub use http;

pub use crate::answer::Answer;
pub use crate::api_key::ApiKey;
pub use crate::body::Body;
pub use crate::call::Call;
#[cfg(feature = "hyper")]
pub use crate::client::HyperSettings;
pub use crate::client::{CallOptions, Client, ClientBuilder, ClientWithOptions, HttpClient, ReqwestSettings};
pub use crate::deliver::Deliver;
pub use crate::endpoint::{Auth, Endpoint, Location, Parameter};
pub use crate::error::{Error, ErrorKind};
pub use crate::multipart::Multipart;
pub use crate::outcome::{Declared, FromBody, FromError, FromResponse, Outcome};
pub use crate::page::Page;
pub use crate::pages::{Pages, Paginated, WholePages};
pub use crate::parameters::{
    BytesBody, ErrorBody, FormBody, HeaderParameter, JsonBody, PathParameter, QueryFields, QueryParameter, StreamBody,
    TextBody,
};
pub use crate::policy::{Phase, TimeLimit};
pub use crate::rate_limit::{RateLimit, RateLimitHeaders};
pub use crate::request::Request;
pub use crate::response::Response;
pub use crate::transport::{BlockingTransport, DynTransport, Transport};
pub use pivotal_macros::{endpoint, endpoints};
