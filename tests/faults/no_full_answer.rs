//! Sent and not fully answered: rows 19 to 33.

mod cancelled;
mod connection_lost;
#[cfg(feature = "rustls")]
mod http2;
mod no_http;
mod reused;
mod unusual;
