//! HTTP by hyper, without reqwest around it.

mod connect;
mod io;
mod network;
mod origin;
mod payload;
mod pool;
mod proxy;
mod server;
mod settings;
#[cfg_attr(not(feature = "rustls"), path = "hyper_client/plain.rs")]
mod tls;

use std::error::Error as StdError;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;

use self::network::Network;
use self::server::Server;
use super::HttpClient;
use crate::base_url::BaseUrl;
use crate::{Body, Error};

pub use self::settings::HyperSettings;

type BoxError = Box<dyn StdError + Send + Sync>;

/// Sends requests by hyper, without reqwest around it.
///
/// [`ClientBuilder::hyper`](crate::ClientBuilder::hyper) lists how it differs from `reqwest::Client`.
pub(super) struct HyperClient {
    /// The server of the base URL, which is found without a lock.
    main: Server,
    /// The servers of other origins, from their first use on.
    others: Mutex<Vec<Arc<Server>>>,
    network: Network,
    connect_timeout: Duration,
}

impl HyperClient {
    /// The client for a base URL.
    fn build(settings: HyperSettings, base_url: &BaseUrl) -> Result<Self, Error> {
        let HyperSettings { connect_timeout, connector } = settings;
        let network = match connector {
            Some(connector) => Network::Own(connector),
            None => Network::new(Matcher::from_system(), connect_timeout)?,
        };
        Self::new(network, base_url, connect_timeout)
    }

    fn new(network: Network, base_url: &BaseUrl, connect_timeout: Duration) -> Result<Self, Error> {
        let main = network.server(base_url)?;
        Ok(Self { main, others: Mutex::default(), network, connect_timeout })
    }

    /// The server of a URL that is not on the origin of the base URL.
    fn other(&self, url: &Uri) -> Result<Arc<Server>, Error> {
        let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(server) = others.iter().find(|server| server.has(url)) {
            return Ok(Arc::clone(server));
        }
        let origin = url.scheme_str().zip(url.authority()).map(|(scheme, authority)| format!("{scheme}://{authority}"));
        let server = Arc::new(self.network.server(&BaseUrl::parse(&origin.unwrap_or_default())?)?);
        // Origins that are no longer in use do not add up.
        others.retain(|server| Arc::strong_count(server) > 1 || !server.is_idle());
        others.push(Arc::clone(&server));
        Ok(server)
    }
}

impl HttpClient for HyperClient {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let other;
        let server = if self.main.has(request.uri()) {
            &self.main
        } else {
            other = self.other(request.uri())?;
            &*other
        };
        server.execute(request, self.connect_timeout).await
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpListener;
    use std::thread;

    use super::*;
    use crate::ErrorKind;

    /// A client of a server elsewhere that uses this proxy.
    fn client(proxy: &str) -> HyperClient {
        let timeout = Duration::from_secs(5);
        let network = Network::new(Matcher::builder().all(proxy).build(), timeout).expect("a network");
        let base_url = BaseUrl::parse("http://main.invalid").expect("a base URL");
        HyperClient::new(network, &base_url, timeout).expect("a client")
    }

    async fn get(client: &HyperClient, url: &str) -> Result<http::Response<Body>, Error> {
        client.execute(http::Request::get(url).body(Body::empty()).expect("a request")).await
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
    async fn origins_without_connections_are_forgotten() {
        // The port is closed.
        let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("an address");
        let client = client(&format!("http://{closed}"));
        for number in 0..20 {
            let error = get(&client, &format!("http://h{number}.invalid/")).await.expect_err("no connection");
            assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
        }
        assert_eq!(client.others.lock().expect("the servers").len(), 1, "the last one");
    }

    #[tokio::test]
    async fn proxy_of_another_origin_that_is_not_http_is_an_error_of_its_calls() {
        let proxies = Matcher::builder().all("socks5://user:s3cr3t@proxy").no("main.invalid").build();
        let timeout = Duration::from_secs(5);
        let network = Network::new(proxies, timeout).expect("a network");
        let base_url = BaseUrl::parse("http://main.invalid").expect("a base URL");
        let client = HyperClient::new(network, &base_url, timeout).expect("a client");
        let error = get(&client, "http://other.invalid/").await.expect_err("no connection");
        assert_eq!(error.kind(), ErrorKind::Config, "{error:?}");
        assert!(!format!("{error:?}").contains("s3cr3t"), "{error:?}");
    }
}
