//! Credentials of the user's own: they are refreshed, and they sign requests.

mod refresh_outcomes;
mod refreshed_once;
mod session;
mod signing;
