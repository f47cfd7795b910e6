//! Connections: those that fail, those that are lost, and those that are reused.

mod connect;
mod half_dead;
#[cfg(feature = "rustls")]
pub(crate) mod http2;
mod lost;
#[cfg(all(unix, feature = "rustls"))]
mod nginx;
mod not_http;
mod proxies;
mod queued;
mod reused;
#[cfg(feature = "rustls")]
mod roots;
mod sockets;
#[cfg(feature = "rustls")]
mod tls;
mod unusual_responses;
