//! Servers, fakes and keys that the suites share.

pub(crate) mod fake;
pub(crate) mod gate;
pub(crate) mod request;
pub(crate) mod scripted;
pub(crate) mod server;
pub(crate) mod staged;
pub(crate) mod subprocess;
#[cfg(feature = "rustls")]
pub(crate) mod tls;

use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::ClientBuilder;

use crate::transport::builder;

/// A key of Pivotal's test mode.
pub(crate) const KEY: &str = "pivotal_test_K8s9vQ2mXw7b";

/// A secret that nothing may show.
pub(crate) const SECRET: &str = "s3cr3tZq41";

/// A key that ends with the secret. `Debug` may show the four characters after its prefix.
pub(crate) const SECRET_KEY: &str = "pivotal_test_logs3cr3tZq41";

/// A complete response, whose body is the JSON number 7.
pub(crate) const SEVEN: &str = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n7";

/// The longest time that a test waits for its server, or its server for the test.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Returns a builder with credentials for the server at this URL.
pub(crate) fn builder_for(url: impl Into<String>) -> ClientBuilder {
    builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url)
}

/// Runs a call on a runtime of its own.
pub(crate) fn run<R>(call: impl Future<Output = R>) -> R {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(call)
}

/// Returns a URL that refuses connections as long as the guard exists.
pub(crate) fn closed_port() -> (String, impl Sized) {
    // The port is taken by the client end of a connection, so nothing can listen there.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let stream = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    (format!("http://{}", stream.local_addr().unwrap()), (listener, stream))
}
