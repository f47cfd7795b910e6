//! A client of the [Pivotal](https://docs.pivotal.app) REST API, declared as traits.
//!
//! Each method is one operation of the API: a signature and, above it, the request that it represents. The attribute
//! `#[endpoint]` of `pivotal-runtime` implements the method. To declare endpoints of your own, depend on `pivotal-runtime`.
//!
//! ```
//! use pivotal_api::{CustomerCreate, CustomerFilter, CustomerStatus, Customers, Error};
//!
//! async fn welcome() -> Result<(), Error> {
//!     let pivotal = pivotal_api::client_from_env()?;
//!
//!     let active = CustomerFilter::new().status(CustomerStatus::Active);
//!     let mut customers = pivotal.list_customers(&active);
//!     while let Some(customer) = customers.next().await.transpose()? {
//!         println!("{} is {}", customer.name, customer.status);
//!     }
//!
//!     let customer = CustomerCreate::new("Juniper Freight").slug("juniper-freight");
//!     let customer = pivotal.create_customer(&customer).await?;
//!     pivotal.delete_customer(&customer.id).await?;
//!     Ok(())
//! }
//! ```
//!
//! # Overview
//!
//! - Clients: [`client_from_env`], [`client`] and, to change settings, [`builder`]. [`PivotalKey`] is the key, and
//!   [`PIVOTAL`] contains the HTTP conventions of the API.
//! - Operations: [`Meta`], [`Customers`], [`Contacts`], [`Onboardings`]. Import a trait, and every [`Transport`] has
//!   its methods: a [`Client`], a reference to one, a fake in a test.
//! - Parameters and results: [`Customer`], [`CustomerCreate`], [`CustomerUpdate`], [`CustomerFilter`], and so on. An
//!   [`Id`] names a record. [`Lists`] iterates a list, page by page; each page is a [`List`].
//! - Errors: every method returns an [`Error`] and documents its errors. [`Error::detail`] returns a [`PivotalError`].
//!
//! # New fields and values
//!
//! Version 1 of the API can gain fields and values at any time (Pivotal API, Versioning). Unknown fields are ignored,
//! unknown values become `Unknown`, and the types are `#[non_exhaustive]`. Create request types with `new` and setters,
//! and response types from JSON, also in tests. If Pivotal's docs disagree or are silent, the docs of the field or
//! method state it.
//!
//! # In your tests
//!
//! Code that takes an `impl Customers` accepts a fake as well. The feature `testing` has one, whose stubs have the types of the
//! operations:
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use pivotal_api::testing::Fake;
//! use pivotal_api::{Customers, Error};
//! use serde_json::json;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Error> {
//! let fake = Fake::with_api(&pivotal_api::PIVOTAL);
//! let deleted = json!({
//!     "object": "deleted", "id": "cl9bn00of0000g7l8gcq8c4xk", "display_id": 42, "deleted": true,
//! });
//! fake.on(|api| api.delete_customer(42)).responds(200, deleted);
//! let missing = json!({
//!     "error": { "type": "not_found", "code": "customer_not_found", "message": "No such customer" },
//! });
//! fake.on(|api| api.delete_customer(43)).responds(404, missing);
//!
//! assert!(fake.delete_customer(42).await?.deleted);
//! assert_eq!(fake.delete_customer(43).await.unwrap_err().code(), Some("customer_not_found"));
//! # Ok(()) }
//! ```
//!
//! To avoid a type parameter, store an `Arc<dyn DynTransport>`, which can be the client or the fake ([`DynTransport`]).
//!
//! # Features
//!
//! | feature | adds |
//! | --- | --- |
//! | `rustls` (default) | TLS by rustls, with the root certificates of the platform |
//! | `testing` | fakes for tests |
//! | `tracing`, `metrics` | spans and metrics of calls |
//! | `compression` | compressed responses are requested and decoded |
//! | `charset` | text in any charset of the WHATWG Encoding Standard |
//! | `tower` | `ClientBuilder::layer`: layers of tower around the HTTP client |
//! | `blocking` | `blocking::Client`, for endpoints of your own that are not `async` |
//!
//! The operations here are `async`. A blocking program calls them with `block_on` of one tokio runtime, which it keeps, because
//! connections belong to it. The docs of `pivotal-runtime` have a guide, with a chapter for each of these features.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct Readme;

mod api;
mod contacts;
mod customers;
mod deleted;
mod error;
mod field;
mod id;
mod key;
mod list;
mod meta;
mod metadata;
mod onboardings;
mod open_enum;
mod page_params;
mod patch;
mod request;
mod timestamp;

pub use api::{PIVOTAL, builder, client, client_from_env};
pub use contacts::{Contact, ContactCreate, ContactUpdate, Contacts};
pub use customers::{Customer, CustomerCreate, CustomerFilter, CustomerStatus, CustomerUpdate, Customers};
pub use deleted::Deleted;
pub use error::PivotalError;
pub use id::Id;
pub use key::PivotalKey;
pub use list::{List, Lists};
pub use meta::{Health, HealthStatus, KeyIdentity, Me, Meta, Organization};
pub use metadata::Metadata;
pub use onboardings::{
    Onboarding, OnboardingCreate, OnboardingFilter, OnboardingPhase, OnboardingState, OnboardingUpdate, Onboardings,
};
pub use page_params::PageParams;
pub use patch::Patch;

#[doc(no_inline)]
pub use jiff::Timestamp;
pub use pivotal_runtime::{
    BlockingTransport, Body, Call, CallOptions, Client, ClientBuilder, Delivery, DynTransport, Endpoint, Error,
    ErrorKind, HttpClient, Pages, RateLimit, Request, Response, Timeout, Transport, http,
};

#[cfg(feature = "blocking")]
pub use pivotal_runtime::blocking;
#[cfg(feature = "testing")]
pub use pivotal_runtime::testing;
