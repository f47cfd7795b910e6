//! The HTTP client of a suite: reqwest or, with `TEST_TRANSPORT=hyper` in the environment, hyper. `cargo test` runs each suite
//! over both.

#[cfg(feature = "rustls")]
mod over_hyper;
mod over_reqwest;

use std::env;
use std::error::Error;
use std::net::SocketAddr;
use std::pin::Pin;
#[cfg(feature = "rustls")]
use std::process::Command;
use std::time::Duration;

use pivotal_runtime::ClientBuilder;

const VARIABLE: &str = "TEST_TRANSPORT";

pub(crate) fn is_hyper() -> bool {
    cfg!(feature = "rustls") && env::var_os(VARIABLE).is_some_and(|value| value == "hyper")
}

/// Calls a function of the transport in use.
macro_rules! transport {
    ($($call:tt)*) => {{
        #[cfg(feature = "rustls")]
        if is_hyper() {
            return over_hyper::$($call)*;
        }
        over_reqwest::$($call)*
    }};
}

/// Runs the suite over hyper, in a process of its own.
#[cfg(feature = "rustls")]
#[test]
fn suite_passes_over_hyper() {
    if is_hyper() {
        return;
    }
    let suite = Command::new(env::current_exe().unwrap()).env(VARIABLE, "hyper").output().unwrap();
    let printed = String::from_utf8_lossy(&suite.stdout);
    assert!(suite.status.success() && printed.contains("test result: ok"), "{printed}");
}

/// Builds clients of Pivotal.
pub(crate) fn builder() -> ClientBuilder {
    builder_without_api().api(&pivotal_api::PIVOTAL)
}

/// Builds clients of another API, or of none.
pub(crate) fn builder_without_api() -> ClientBuilder {
    transport!(builder())
}

/// Sets the timeout for connecting.
pub(crate) fn with_connect_timeout(builder: ClientBuilder, timeout: Duration) -> ClientBuilder {
    transport!(with_connect_timeout(builder, timeout))
}

/// Loads no certificates of the system, which takes time.
pub(crate) fn without_tls(builder: ClientBuilder) -> ClientBuilder {
    transport!(without_tls(builder))
}

/// Sets the maximum number of headers of a response over HTTP/1.1.
pub(crate) fn with_max_headers(builder: ClientBuilder, headers: usize) -> ClientBuilder {
    transport!(with_max_headers(builder, headers))
}

/// Trusts only this certificate.
#[cfg(feature = "rustls")]
pub(crate) fn trusting(builder: ClientBuilder, certificate: &[u8]) -> ClientBuilder {
    transport!(trusting(builder, certificate))
}

/// The addresses of a name.
pub(crate) type Found = Pin<Box<dyn Future<Output = Result<Vec<SocketAddr>, &'static str>> + Send>>;

/// Resolves names by this function.
pub(crate) fn looking_up(
    builder: ClientBuilder,
    look_up: impl Fn(&str) -> Found + Send + Sync + 'static,
) -> ClientBuilder {
    transport!(looking_up(builder, look_up))
}

/// The log entry of a new connection.
pub(crate) fn log_of_a_connection() -> &'static str {
    transport!(LOG_OF_A_CONNECTION)
}

/// The error of a connection that [`looking_up`] does not make within 5 s.
pub(crate) fn connect_timed_out() -> &'static str {
    transport!(CONNECT_TIMED_OUT)
}

/// Returns whether an error of the HTTP client is a timeout of connecting.
pub(crate) fn is_slow_to_connect(error: &(dyn Error + 'static)) -> bool {
    transport!(is_slow_to_connect(error))
}

/// Returns whether an error of the HTTP client contains no URL.
pub(crate) fn has_no_url(error: &(dyn Error + 'static)) -> bool {
    transport!(has_no_url(error))
}
