//! Connections to proxies, and tunnels through them.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::rt::{Read, Write};
use hyper_util::rt::TokioIo;
use pivotal_runtime::http::{StatusCode, Uri};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tower_service::Service;

use crate::connector::BoxError;
use crate::route::Proxy;

/// The maximum size of the head of a proxy's response.
const MAX_HEAD: usize = 16 * 1024;

/// A fault of a proxy.
#[derive(Debug)]
pub(crate) enum ProxyError {
    /// There is no connection to it.
    Connect(BoxError),
    /// It refused to open a tunnel.
    Refused(StatusCode),
}

impl fmt::Display for ProxyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connect(_) => f.write_str("no connection to the proxy"),
            Self::Refused(status) => write!(f, "the proxy refused the tunnel with status {}", status.as_u16()),
        }
    }
}

impl StdError for ProxyError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Connect(error) => Some(&**error),
            Self::Refused(_) => None,
        }
    }
}

/// Connects to servers through a tunnel (RFC 9110, section 9.3.6). The one of hyper-util does not report the status of a refusal.
#[derive(Clone)]
pub(crate) struct Tunnel<C> {
    pub(crate) proxy: Proxy,
    pub(crate) connector: C,
}

impl<C> Service<Uri> for Tunnel<C>
where
    C: Service<Uri>,
    C::Error: Into<BoxError>,
    C::Response: Read + Write + Send + Unpin + 'static,
    C::Future: Send + 'static,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<C::Response, BoxError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.connector.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let connecting = self.connector.call(self.proxy.uri.clone());
        let request = connect_request(&to, &self.proxy);
        Box::pin(async move {
            let stream = connecting.await.map_err(|error| ProxyError::Connect(error.into()))?;
            let mut stream = TokioIo::new(stream);
            let broken = |error: io::Error| ProxyError::Connect(error.into());
            stream.write_all(&request).await.map_err(broken)?;
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                // Byte by byte, since what follows the head belongs to the server.
                head.push(stream.read_u8().await.map_err(broken)?);
                if head.len() > MAX_HEAD {
                    return Err(broken(io::Error::other("the head of the proxy's response is too long")).into());
                }
            }
            match status(&head) {
                Some(status) if status.is_success() => Ok(stream.into_inner()),
                Some(status) => Err(ProxyError::Refused(status).into()),
                None => Err(broken(io::Error::other("the proxy's response is not HTTP")).into()),
            }
        })
    }
}

/// Returns the request for a tunnel to a server.
fn connect_request(server: &Uri, proxy: &Proxy) -> Vec<u8> {
    let (host, port) = (server.host().unwrap_or_default(), server.port_u16().unwrap_or(443));
    let mut request = format!("CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n").into_bytes();
    if let Some(authorization) = &proxy.authorization {
        request.extend_from_slice(b"Proxy-Authorization: ");
        request.extend_from_slice(authorization.as_bytes());
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"\r\n");
    request
}

/// Reads the status of a response in HTTP/1 (RFC 9112, section 4).
fn status(head: &[u8]) -> Option<StatusCode> {
    let code = head.strip_prefix(b"HTTP/1.")?.get(2..5)?;
    StatusCode::from_bytes(code).ok()
}
