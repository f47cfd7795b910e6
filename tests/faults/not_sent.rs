//! Before the request is out: rows 1 to 18.

mod connect;
mod proxies;
mod recorder;
mod refused;
mod settings;
#[cfg(feature = "rustls")]
mod tls;
mod url;
