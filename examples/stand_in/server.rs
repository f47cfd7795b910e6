//! A server on loopback, which calls a function for each request.

use std::convert::Infallible;
use std::error::Error;
use std::io;
use std::sync::Arc;

use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

/// A server on a free port of 127.0.0.1. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    url: String,
    task: AbortHandle,
}

impl Server {
    /// Starts a server. `respond` receives each request with its complete body.
    ///
    /// # Errors
    ///
    /// If the system has no free port.
    pub async fn start<F>(respond: F) -> io::Result<Self>
    where
        F: Fn(Request<Bytes>) -> Response<Bytes> + Send + Sync + 'static,
    {
        let respond = Arc::new(respond);
        Self::start_streaming(move |request| {
            let respond = Arc::clone(&respond);
            async move {
                let (head, body) = request.into_parts();
                let body = body.collect().await?.to_bytes();
                Ok(respond(Request::from_parts(head, body)).map(Full::new))
            }
        })
        .await
    }

    /// Starts a server. `respond` reads the body of each request and can return a stream.
    ///
    /// # Errors
    ///
    /// If the system has no free port.
    pub async fn start_streaming<F, R, B>(respond: F) -> io::Result<Self>
    where
        F: Fn(Request<Incoming>) -> R + Clone + Send + 'static,
        R: Future<Output = Result<Response<B>, hyper::Error>> + Send + 'static,
        B: Body<Data = Bytes, Error = Infallible> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(accept(listener, respond)).abort_handle();
        Ok(Self { url, task })
    }

    /// Returns the base URL, such as `http://127.0.0.1:40123`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves each connection in a task of its own. The tasks end with this one.
async fn accept<F, R, B>(listener: TcpListener, respond: F)
where
    F: Fn(Request<Incoming>) -> R + Clone + Send + 'static,
    R: Future<Output = Result<Response<B>, hyper::Error>> + Send + 'static,
    B: Body<Data = Bytes, Error = Infallible> + Send + 'static,
{
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(stream, respond.clone()));
        while connections.try_join_next().is_some() {}
    }
}

async fn serve<F, R, B>(stream: TcpStream, respond: F) -> hyper::Result<()>
where
    F: Fn(Request<Incoming>) -> R,
    R: Future<Output = Result<Response<B>, hyper::Error>>,
    B: Body + 'static,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(respond)).await
}

/// Creates a response with a JSON body.
#[must_use]
pub fn json(status: StatusCode, body: &Value) -> Response<Bytes> {
    let mut response = Response::new(body.to_string().into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// Creates a response without a body.
#[must_use]
pub fn empty(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}
