//! Custom transports: their API and their errors.

mod api;
mod errors;
