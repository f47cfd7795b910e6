//! The HTTP client.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::client::legacy;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use pivotal_runtime::http::header::PROXY_AUTHORIZATION;
use pivotal_runtime::http::{Request, Response};
use pivotal_runtime::{Body, Error, HttpClient, Target};

use crate::builder::HyperClientBuilder;
use crate::connector::{Connect, Connector};
use crate::network::{Network, NoRoots};
use crate::proxy::ProxyError;
use crate::route::UnsupportedProxy;

/// An HTTP client on hyper and the connection pool of hyper-util.
///
/// ```
/// use pivotal_hyper::HyperClient;
/// use pivotal_runtime::{Client, Error};
///
/// fn client() -> Result<Client, Error> {
///     Client::builder().base_url("https://api.example.com").http_client(HyperClient::new()?).build()
/// }
/// # client().unwrap();
/// ```
///
/// It connects as `reqwest::Client` does:
///
/// - to all addresses of a name (RFC 8305);
/// - through the HTTP proxies of the [environment or the system](pivotal_runtime::SystemProxies), except to this machine;
/// - with TLS by rustls and the root certificates of the platform;
/// - with HTTP/2 if the server offers it;
/// - with TCP keep-alive.
///
/// An idle connection is closed after 90 s. A clone shares the connections. Like the [`Client`](pivotal_runtime::Client), it
/// is used within a tokio runtime.
///
/// # Differences from `reqwest::Client`
///
/// - Each request decides whether a proxy is used, by its own origin. If a proxy does not speak HTTP, such as SOCKS, calls
///   through it are errors of kind [`Config`](pivotal_runtime::ErrorKind::Config).
/// - If a proxy refuses a tunnel, the error contains the status of its response. reqwest keeps 407 only.
/// - The sources of errors are those of hyper-util and of the connector. New connections are not logged through `log`.
/// - Client certificates, certificates of your own or another DNS resolver need a
///   [`connector`](HyperClientBuilder::connector), with types of hyper-util 0.1.
#[derive(Clone)]
pub struct HyperClient {
    pool: legacy::Client<Connector, Body>,
    connect: Arc<dyn Connect>,
    /// `None` with a connector of the user.
    network: Option<Arc<Network>>,
    settings: Settings,
}

/// The settings of the pool.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) connect_timeout: Duration,
    pub(crate) max_headers: usize,
    pub(crate) max_header_list_size: u32,
}

impl HyperClient {
    /// Creates a client with the default settings.
    ///
    /// # Errors
    ///
    /// Returns an error if TLS cannot be set up, or if a proxy of the environment is not a URL.
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Creates a builder with the default settings.
    pub fn builder() -> HyperClientBuilder {
        HyperClientBuilder::default()
    }

    pub(crate) fn with_network(network: Network, settings: Settings) -> Self {
        let network = Arc::new(network);
        Self { network: Some(Arc::clone(&network)), ..Self::with_connect(network, settings) }
    }

    pub(crate) fn with_connect(connect: Arc<dyn Connect>, settings: Settings) -> Self {
        Self { pool: pool(&connect, settings), connect, network: None, settings }
    }

    /// Starts a request. It is no part of the future, which is smaller then.
    fn start(&self, mut request: Request<Body>) -> legacy::ResponseFuture {
        Body::track(&mut request);
        let network = self.network.as_ref();
        if let Some(authorization) = network.and_then(|network| network.proxy_authorization(request.uri())) {
            request.headers_mut().insert(PROXY_AUTHORIZATION, authorization);
        }
        self.pool.request(request)
    }

    async fn response(&self, started: Result<legacy::ResponseFuture, Error>) -> Result<Response<Body>, Error> {
        let response = started?.await.map_err(|error| self.classified(error))?;
        Ok(response.map(Body::from_http))
    }

    fn classified(&self, error: legacy::Error) -> Error {
        if !error.is_connect() {
            return Error::from_exchange_error(error);
        }
        let cause = error.source();
        if cause.is_some_and(<dyn StdError>::is::<UnsupportedProxy>) {
            return Error::config(UnsupportedProxy::MESSAGE);
        }
        if cause.is_some_and(<dyn StdError>::is::<NoRoots>) {
            return Error::config(NoRoots::MESSAGE);
        }
        let timeout = Some(self.settings.connect_timeout);
        match cause.and_then(<dyn StdError>::downcast_ref) {
            Some(ProxyError::Refused(status)) => Error::proxy_refused(Some(*status)),
            Some(ProxyError::Connect(_)) => Error::from_proxy_error(error, timeout),
            None => Error::from_connect_error(error, timeout),
        }
    }
}

/// Creates a pool with the settings of the default HTTP client of `pivotal-runtime`.
fn pool(connect: &Arc<dyn Connect>, settings: Settings) -> legacy::Client<Connector, Body> {
    /// The windows of HTTP/2. That of a connection is larger than those of all unread bodies on it.
    const STREAM_WINDOW: u32 = 2 << 20;
    const CONNECTION_WINDOW: u32 = 64 << 20;
    legacy::Client::builder(TokioExecutor::new())
        .timer(TokioTimer::new())
        .pool_timer(TokioTimer::new())
        .http2_keep_alive_interval(Duration::from_secs(20))
        .http2_keep_alive_timeout(Duration::from_secs(10))
        .http2_initial_stream_window_size(STREAM_WINDOW)
        .http2_initial_connection_window_size(CONNECTION_WINDOW)
        .http2_max_header_list_size(settings.max_header_list_size)
        .http1_max_headers(settings.max_headers)
        .build(Connector::new(Arc::clone(connect), settings.connect_timeout))
}

impl HttpClient for HyperClient {
    fn execute(&self, request: Request<Body>) -> impl Future<Output = Result<Response<Body>, Error>> + Send {
        self.response(Ok(self.start(request)))
    }

    /// As the default, but without the endpoint in the extensions, which nothing here reads.
    fn execute_at(
        &self,
        target: &Target<'_>,
        mut request: Request<Body>,
    ) -> impl Future<Output = Result<Response<Body>, Error>> + Send {
        let started = target.uri().map(|uri| {
            *request.uri_mut() = uri;
            self.start(request)
        });
        self.response(started)
    }

    fn tracks_requests(&self) -> bool {
        true
    }

    fn connect_timeout(&self) -> Option<Duration> {
        Some(self.settings.connect_timeout)
    }

    fn reconnect(&self) -> Option<Self> {
        Some(Self { pool: pool(&self.connect, self.settings), ..self.clone() })
    }
}

/// Prints nothing of proxies, which can have passwords.
impl fmt::Debug for HyperClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperClient").field("settings", &self.settings).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpListener;
    use std::thread;

    use hyper_util::client::proxy::matcher::Matcher;
    use pivotal_runtime::ErrorKind;

    use super::*;

    const TIMEOUT: Duration = Duration::from_secs(5);

    fn client(proxy: &str) -> HyperClient {
        let proxies = Matcher::builder().all(proxy).build();
        let settings = Settings { connect_timeout: TIMEOUT, max_headers: 100, max_header_list_size: 16 << 10 };
        HyperClient::with_network(Network::new(proxies, TIMEOUT).expect("a network"), settings)
    }

    async fn get(client: &HyperClient, url: &str) -> Result<Response<Body>, Error> {
        client.execute(Request::get(url).body(Body::empty()).expect("a request")).await
    }

    #[tokio::test]
    async fn proxy_is_used_for_each_origin_that_is_not_on_this_machine() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a listener");
        let own = format!("http://{}/", listener.local_addr().expect("an address"));
        // The request line of each connection.
        let server = thread::spawn(move || {
            [(); 3].map(|()| {
                let (mut stream, _) = listener.accept().expect("a connection");
                let mut line = String::new();
                BufReader::new(&stream).read_line(&mut line).expect("a request");
                stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n").expect("a response");
                line.trim_end().to_owned()
            })
        });
        let client = client(&own);
        for url in ["http://main.invalid/a", "http://other.invalid/b", &own] {
            assert_eq!(get(&client, url).await.expect("a response").status(), 204);
        }
        let lines = server.join().expect("the request lines");
        assert_eq!(
            lines,
            ["GET http://main.invalid/a HTTP/1.1", "GET http://other.invalid/b HTTP/1.1", "GET / HTTP/1.1"]
        );
    }

    #[tokio::test]
    async fn proxy_without_http_is_a_config_error_of_the_call() {
        let client = client("socks5://user:s3cr3t@proxy");
        let error = get(&client, "http://h.invalid/").await.expect_err("no connection");
        assert_eq!(error.kind(), ErrorKind::Config, "{error:?}");
        assert!(!format!("{error:?} {client:?}").contains("s3cr3t"), "{error:?}");
    }
}
