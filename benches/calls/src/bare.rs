//! The minimum of a call: one connection of hyper, or the pool of hyper-util, without timeouts and with minimal errors.

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Method, Request, Response};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;

use crate::by_hand::{ApiError, CustomerCreate, ErrorEnvelope};

pub struct Bare {
    sender: Sender,
    /// The part of the URL before the path, for a pool. Empty for a single connection.
    origin: String,
    host: HeaderValue,
    key: HeaderValue,
}

enum Sender {
    Connection(SendRequest<Full<Bytes>>),
    Pool(Box<Client<HttpConnector, Full<Bytes>>>),
}

impl Sender {
    async fn send(&mut self, request: Request<Full<Bytes>>) -> Result<Response<Incoming>, Failed> {
        match self {
            Self::Connection(connection) => {
                connection.ready().await?;
                Ok(connection.send_request(request).await?)
            }
            Self::Pool(client) => Ok(client.request(request).await?),
        }
    }
}

type Failed = Box<dyn std::error::Error>;

impl Bare {
    pub async fn connect(base_url: &str, key: &str) -> Result<Self, Failed> {
        let host = base_url.trim_start_matches("http://");
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        let (connection, driver) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(driver);
        Self::new(Sender::Connection(connection), String::new(), host, key)
    }

    pub fn pooled(base_url: &str, key: &str) -> Result<Self, Failed> {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let client = Client::builder(TokioExecutor::new()).build(connector);
        Self::new(Sender::Pool(Box::new(client)), base_url.to_owned(), base_url.trim_start_matches("http://"), key)
    }

    fn new(sender: Sender, origin: String, host: &str, key: &str) -> Result<Self, Failed> {
        Ok(Self { sender, origin, host: host.try_into()?, key: format!("Bearer {key}").try_into()? })
    }

    pub async fn call<T: DeserializeOwned>(&mut self, method: Method, path: String) -> Result<T, Failed> {
        self.send(self.request(method, path).body(Full::default())?).await
    }

    pub async fn create<T: DeserializeOwned>(&mut self, customer: &CustomerCreate<'_>) -> Result<T, Failed> {
        let request = self.request(Method::POST, "/api/v1/customers".to_owned());
        let body = serde_json::to_vec(customer)?.into();
        self.send(request.header(CONTENT_TYPE, "application/json").body(body)?).await
    }

    fn request(&self, method: Method, path: String) -> hyper::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(if self.origin.is_empty() { path } else { format!("{}{path}", self.origin) })
            .header(HOST, self.host.clone())
            .header(AUTHORIZATION, self.key.clone())
            .header(ACCEPT, HeaderValue::from_static("application/json"))
    }

    async fn send<T: DeserializeOwned>(&mut self, request: Request<Full<Bytes>>) -> Result<T, Failed> {
        let (parts, body) = self.sender.send(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        if parts.status.is_success() {
            return Ok(serde_json::from_slice(&body)?);
        }
        let envelope: ErrorEnvelope = serde_json::from_slice(&body)?;
        Err(Box::new(Refused(envelope.error)))
    }
}

#[derive(Debug)]
pub struct Refused(pub ApiError);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Refused {}
