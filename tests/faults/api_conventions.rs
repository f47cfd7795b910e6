//! The conventions of an API, and the clients that follow them.

mod endpoint_apis;
mod headers;
mod idempotency_keys;
mod retry_statuses;
