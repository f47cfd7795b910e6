//! [First call]: first_call
//! [Requests]: requests
//! [Responses]: responses
//! [Errors]: errors
//! [Credentials]: credentials
//! [Your API's conventions]: conventions
//! [Pagination]: pagination
//! [Streams]: streams
//! [Uploads and downloads]: uploads_and_downloads
//! [Retries, timeouts and limits]: retries_and_timeouts
//! [Rate limits]: rate_limits
//! [Idempotency]: idempotency
//! [Per-call options]: per_call_options
//! [Layers]: layers
//! [Traces and metrics]: traces_and_metrics
//! [Testing]: testing
//! [Blocking calls]: blocking
//! [OpenAPI]: openapi
//! [Coming from another library]: coming_from
#![doc = include_str!("guide/README.md")]

/// Declares an endpoint, builds a client and makes a call.
///
#[doc = include_str!("guide/first_call.md")]
pub mod first_call {}

/// Declares paths, queries, headers and bodies.
///
#[doc = include_str!("guide/requests.md")]
pub mod requests {}

/// Reads bodies, statuses and headers of responses.
///
#[doc = include_str!("guide/responses.md")]
pub mod responses {}

/// Distinguishes errors, and reads the bodies that an API sends with them.
///
#[doc = include_str!("guide/errors.md")]
pub mod errors {}

/// Sends tokens, passwords and keys, refreshes them, and signs requests.
///
#[doc = include_str!("guide/credentials.md")]
pub mod credentials {}

/// Declares once what all endpoints of an API share.
///
#[doc = include_str!("guide/conventions.md")]
pub mod conventions {}

/// Iterates a complete list, whatever the API's pagination is.
///
#[doc = include_str!("guide/pagination.md")]
pub mod pagination {}

/// Reads server-sent events and lines as they arrive.
///
#[doc = include_str!("guide/streams.md")]
pub mod streams {}

/// Sends and receives bodies that do not fit into memory, and multipart forms.
///
#[doc = include_str!("guide/uploads_and_downloads.md")]
pub mod uploads_and_downloads {}

/// Lists when a call is repeated, when it ends, and how much it reads.
///
#[doc = include_str!("guide/retries_and_timeouts.md")]
pub mod retries_and_timeouts {}

/// Stays within the rate limit of an API, alone or with other clients.
///
#[doc = include_str!("guide/rate_limits.md")]
pub mod rate_limits {}

/// Makes a POST safe to repeat.
///
#[doc = include_str!("guide/idempotency.md")]
pub mod idempotency {}

/// Changes the settings of the client for one call.
///
#[doc = include_str!("guide/per_call_options.md")]
pub mod per_call_options {}

/// Wraps the HTTP client in layers of tower, and calls in transports.
///
#[doc = include_str!("guide/layers.md")]
pub mod layers {}

/// Shows calls in traces and metrics.
///
#[doc = include_str!("guide/traces_and_metrics.md")]
pub mod traces_and_metrics {}

/// Tests code that makes calls, without a server.
///
#[doc = include_str!("guide/testing.md")]
pub mod testing {}

/// Makes calls from code that is not async.
///
#[doc = include_str!("guide/blocking.md")]
pub mod blocking {}

/// Generates declarations from an OpenAPI document, and checks them against it.
///
#[doc = include_str!("guide/openapi.md")]
pub mod openapi {}

/// Translates reqwest, Retrofit, Refit and progenitor.
///
#[doc = include_str!("guide/coming_from.md")]
pub mod coming_from {}
