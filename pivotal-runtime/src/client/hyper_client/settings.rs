//! From settings to a client on hyper.

use std::error::Error as StdError;
use std::time::Duration;

use http::Uri;
use hyper::rt::{Read, Write};
use hyper_util::client::legacy::connect::Connection;
use tower_service::Service;

use super::HyperClient;
use super::connect::Connector;
use crate::{Client, ClientBuilder, Error};

/// The settings of the client on hyper: see [`ClientBuilder::hyper`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct HyperSettings {
    pub(super) connect_timeout: Duration,
    pub(super) connector: Option<Connector>,
}

impl ClientBuilder {
    /// The same client on hyper, without reqwest around it: a short call takes about half of the instructions.
    ///
    /// ```
    /// use pivotal_runtime::{Client, Error};
    ///
    /// fn client() -> Result<Client, Error> {
    ///     Client::builder().base_url("https://api.example.com").hyper().build()
    /// }
    /// # client().unwrap();
    /// ```
    ///
    /// It connects as reqwest does, with the same parts: to all addresses of a name (RFC 8305); through the HTTP proxies
    /// of the environment and, on macOS and Windows, of the system, except to this machine; with TLS by rustls, trusting
    /// the roots of the platform; with HTTP/2 where the server wants it; with TCP keep-alive, and for 90 s of idleness.
    /// Without the feature `rustls` it speaks `http` only. All policies are the client's, and so the same.
    ///
    /// What differs:
    ///
    /// - A proxy that speaks SOCKS is rejected by [`build`](ClientBuilder::build), and not by every call. If it is the proxy of
    ///   another origin only ([`Client::at`]), the calls to that origin are errors of kind
    ///   [`Config`](crate::ErrorKind::Config).
    /// - Whether a proxy is used depends on the origin of each request, and not on the base URL of the builder alone.
    /// - An origin other than that of the base URL is looked up under a lock for each request.
    /// - A call that finds all connections in use makes one, even if another becomes free in the meantime.
    /// - A connection over HTTP/2 on which nothing can be written counts as none
    ///   ([`ErrorKind::Connect`](crate::ErrorKind::Connect)).
    /// - The sources of errors are those of hyper and of the connector, and not a `reqwest::Error`. New connections are
    ///   not logged through `log`.
    ///
    /// It is not the default, although it serves what one expects of it: its pool is ours and young, while the one of
    /// reqwest is in use everywhere; and client certificates, certificates of your own or DNS elsewhere are settings of
    /// a `reqwest::Client`, but take a [`connector`](ClientBuilder::connector) here, by types of hyper-util, which is
    /// not at version 1.
    pub fn hyper(self) -> ClientBuilder<HyperSettings> {
        self.map_http(|reqwest| HyperSettings { connect_timeout: reqwest.connect_timeout, connector: None })
    }
}

impl ClientBuilder<HyperSettings> {
    /// How long connecting may take, with the proxy and TLS; by default 5 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.http.connect_timeout = timeout;
        self.connect_timeout = Some(timeout);
        self
    }

    /// Makes the connections yourself: to look up names elsewhere, to trust other roots, through a SOCKS proxy, to a Unix
    /// socket. Then no proxy of the environment is asked, and TLS is up to the connector.
    ///
    /// It is called with the origin of the request, `https://host/`, also for other origins ([`Client::at`]). On what it gives, HTTP/1.1 is spoken, or HTTP/2 if its `Connected` says that this
    /// was negotiated. Its errors are shown as the sources of ours, so they should hold no secret. A
    /// [`std::io::Error`] among them of kind `TimedOut` is a connection that took too long, and one of kind
    /// `InvalidData` is a server that must not be trusted, which is not tried again.
    ///
    /// ```
    /// use hyper_util::client::legacy::connect::HttpConnector;
    /// use pivotal_runtime::Client;
    ///
    /// # fn main() -> Result<(), pivotal_runtime::Error> {
    /// let mut connector = HttpConnector::new();
    /// connector.set_local_address(Some([127, 0, 0, 1].into()));
    /// let client = Client::builder().base_url("http://127.0.0.1:8080").hyper().connector(connector).build()?;
    /// # Ok(()) }
    /// ```
    pub fn connector<C>(mut self, connector: C) -> Self
    where
        C: Service<Uri> + Clone + Send + Sync + 'static,
        C::Response: Connection + Read + Write + Send + Unpin + 'static,
        C::Error: Into<Box<dyn StdError + Send + Sync>>,
        C::Future: Send,
    {
        self.http.connector = Some(Connector::own(connector));
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the base URL is missing, or the base URL, the user agent or a default header cannot be right, TLS cannot be set up, or a proxy of
    /// the environment is one that cannot be asked.
    pub fn build(self) -> Result<Client, Error> {
        self.build_with(HyperClient::build)
    }
}

#[cfg(test)]
mod tests {
    use std::future::{Ready, ready};
    use std::io;
    use std::pin::Pin;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::task::{Context, Poll};

    use http::Method;
    use hyper::rt::ReadBufCursor;
    use hyper_util::client::legacy::connect::Connected;

    use super::*;
    use crate::request::RequestBuilder;
    use crate::{Delivery, Timeout};
    use crate::{Endpoint, ErrorKind, Transport};

    /// Fails to connect like this, or makes a connection over HTTP/2 that is broken.
    #[derive(Clone)]
    struct Broken {
        connecting: Option<io::ErrorKind>,
        asked: Arc<AtomicU32>,
    }

    struct BrokenStream;

    impl Service<Uri> for Broken {
        type Response = BrokenStream;
        type Error = io::Error;
        type Future = Ready<io::Result<BrokenStream>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, to: Uri) -> Self::Future {
            assert_eq!(to, "http://127.0.0.1:1/");
            self.asked.fetch_add(1, Ordering::Relaxed);
            ready(self.connecting.map_or(Ok(BrokenStream), |kind| Err(kind.into())))
        }
    }

    impl Connection for BrokenStream {
        fn connected(&self) -> Connected {
            Connected::new().negotiated_h2()
        }
    }

    impl Read for BrokenStream {
        fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, _: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
            Poll::Pending
        }
    }

    impl Write for BrokenStream {
        fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, _: &[u8]) -> Poll<io::Result<usize>> {
            Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()))
        }

        fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }

        fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }
    }

    /// The error of a request that could not be sent twice, and how often a connection was asked for.
    async fn error_of(connecting: Option<io::ErrorKind>) -> (Error, u32) {
        static ENDPOINT: Endpoint = Endpoint::new(Method::PATCH, "/", "patch");
        let asked = Arc::default();
        let connector = Broken { connecting, asked: Arc::clone(&asked) };
        let builder = Client::builder().base_url("http://127.0.0.1:1/p");
        let client = builder.max_attempts(2).hyper().connector(connector).build().expect("a client");
        let request = RequestBuilder::new(&ENDPOINT).literal("/").build(false).expect("a request");
        let error = client.send(request).await.expect_err("there is no connection");
        assert_eq!(error.delivery(), Some(Delivery::NotSent), "{error:?}");
        (error, asked.load(Ordering::Relaxed))
    }

    #[tokio::test]
    async fn the_errors_of_a_connector_tell_whether_to_ask_it_again() {
        let (error, asked) = error_of(Some(io::ErrorKind::ConnectionRefused)).await;
        assert_eq!((error.kind(), error.is_retryable(), asked), (ErrorKind::Connect, true, 2));
        let (error, asked) = error_of(Some(io::ErrorKind::TimedOut)).await;
        assert_eq!((error.kind(), error.elapsed_timeout(), asked), (ErrorKind::Timeout, Some(Timeout::Connect), 2));
        let (error, asked) = error_of(Some(io::ErrorKind::InvalidData)).await;
        assert_eq!((error.kind(), error.is_retryable(), asked), (ErrorKind::Connect, false, 1));
    }

    #[tokio::test]
    async fn a_connection_on_which_nothing_can_be_written_is_none() {
        let (error, asked) = error_of(None).await;
        assert_eq!((error.kind(), asked), (ErrorKind::Connect, 2), "{error:?}");
    }
}
