//! The conventions of an API: keys, statuses to retry, headers, and who follows them.

mod conventions;
mod headers;
mod keys;
mod statuses;
