//! Custom credentials, which are refreshed or sign requests.

mod log_in;
mod redacted;
mod refresh_outcomes;
mod refreshed_once;
mod session;
mod signing;
