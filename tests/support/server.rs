//! A server that treats all connections and requests alike, on threads of its own.

use std::io::{BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use pivotal_runtime::{Client, Error, ErrorKind};

use super::request::ReceivedRequest;
use super::{PATIENCE, builder_for};

/// A complete response without a body.
const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\n\r\n";

/// Returns the bytes of a response.
type Respond = dyn Fn(&ReceivedRequest) -> Vec<u8> + Send + Sync;

/// The behavior of the server on each connection.
#[derive(Clone)]
enum Behavior {
    /// Responds to each request.
    Respond(Arc<Respond>),
    /// Reads a request, sends these bytes and closes the connection.
    RespondAndClose(Vec<u8>),
    /// Sends these bytes and closes the connection without reading.
    Close(Vec<u8>),
}

/// A server that accepts any number of connections.
pub(crate) struct Server {
    address: SocketAddr,
    accepted: Receiver<SocketAddr>,
    received: Receiver<ReceivedRequest>,
    open: Arc<OpenConnections>,
}

/// Counts open connections.
#[derive(Default)]
struct OpenConnections {
    now: AtomicUsize,
    peak: AtomicUsize,
}

impl Server {
    /// Sends these bytes after each request.
    pub(crate) fn responding(response: impl Into<Vec<u8>>) -> Self {
        let response = response.into();
        Self::responding_with(move |_| response.clone())
    }

    /// Sends what the function returns for each request.
    pub(crate) fn responding_with<R: Into<Vec<u8>>>(
        response: impl Fn(&ReceivedRequest) -> R + Send + Sync + 'static,
    ) -> Self {
        Self::start(Behavior::Respond(Arc::new(move |request| response(request).into())))
    }

    /// Responds with status 204 to each request.
    pub(crate) fn responding_204() -> Self {
        Self::responding(NO_CONTENT)
    }

    /// Sends these bytes after the first request of a connection and closes it.
    pub(crate) fn responding_and_closing(bytes: impl Into<Vec<u8>>) -> Self {
        Self::start(Behavior::RespondAndClose(bytes.into()))
    }

    /// Sends these bytes on each connection and closes it without reading a request.
    pub(crate) fn closing_unread(bytes: impl Into<Vec<u8>>) -> Self {
        Self::start(Behavior::Close(bytes.into()))
    }

    fn start(behavior: Behavior) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (accepting, accepted) = channel();
        let (receiving, received) = channel();
        let open = Arc::<OpenConnections>::default();
        let connections = Arc::clone(&open);
        thread::spawn(move || {
            while let Ok((stream, peer)) = listener.accept()
                && accepting.send(peer).is_ok()
            {
                let (behavior, receiving) = (behavior.clone(), receiving.clone());
                let open = Arc::clone(&connections);
                open.peak.fetch_max(open.now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::spawn(move || {
                    serve(&stream, &behavior, &receiving);
                    open.now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, accepted, received, open }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns a client without retries.
    pub(crate) fn client(&self) -> Client {
        client(&self.url())
    }

    /// Returns the next request, which must have been sent.
    pub(crate) fn request(&self) -> ReceivedRequest {
        self.received.recv_timeout(PATIENCE).expect("no request arrived")
    }

    /// Returns the number of requests since the last call of this or [`request`](Self::request).
    pub(crate) fn requests(&self) -> usize {
        self.received.try_iter().count()
    }

    /// Returns the requests since the last call of this, [`request`](Self::request) or [`requests`](Self::requests).
    pub(crate) fn all_requests(&self) -> Vec<ReceivedRequest> {
        self.received.try_iter().collect()
    }

    /// Returns the number of connections since the last call.
    pub(crate) fn connections(&self) -> usize {
        // Connections are accepted in their order, so all earlier ones are counted.
        let own = TcpStream::connect(self.address).unwrap().local_addr().unwrap();
        self.accepted.iter().take_while(|peer| *peer != own).count()
    }

    /// Returns the largest number of connections that were open at once.
    pub(crate) fn peak_connections(&self) -> usize {
        self.open.peak.load(Ordering::SeqCst)
    }
}

fn serve(stream: &TcpStream, behavior: &Behavior, receiving: &Sender<ReceivedRequest>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    match behavior {
        Behavior::Close(bytes) => writer.write_all(bytes).ok(),
        Behavior::RespondAndClose(bytes) => {
            receiving.send(ReceivedRequest::read(&mut reader).ok()?).ok()?;
            writer.write_all(bytes).ok()
        }
        Behavior::Respond(response) => loop {
            let request = ReceivedRequest::read(&mut reader).ok()?;
            let response = response(&request);
            receiving.send(request).ok()?;
            writer.write_all(&response).ok()?;
        },
    }
}

/// Returns a client without retries for the server at this URL.
pub(crate) fn client(url: &str) -> Client {
    builder_for(url).max_attempts(1).allow_http().build().unwrap()
}

/// Returns the only request of a call.
pub(crate) async fn request_of(call: impl AsyncFnOnce(Client) -> Result<(), Error>) -> ReceivedRequest {
    let server = Server::responding_204();
    call(server.client()).await.unwrap();
    assert_eq!(server.connections(), 1);
    server.request()
}

/// Returns the error of a call that is rejected before anything is sent.
pub(crate) async fn rejection_of(call: impl AsyncFnOnce(Client) -> Result<(), Error>) -> Error {
    let server = Server::responding_204();
    let error = call(server.client()).await.unwrap_err();
    assert_eq!(server.connections(), 0, "{error}");
    assert_eq!(error.kind(), ErrorKind::Request, "{error}");
    assert!(!error.is_retryable());
    error
}

/// Returns the outcome of a call that sends one request and receives this response.
pub(crate) async fn outcome_of<R>(
    status: u16,
    headers: &[(&str, &str)],
    body: impl AsRef<[u8]>,
    call: impl AsyncFnOnce(Client) -> R,
) -> R {
    let body = body.as_ref();
    let headers = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
    // Responses with these statuses have no body.
    let length = (![204, 304].contains(&status)).then(|| format!("Content-Length: {}\r\n", body.len()));
    let head = [format!("HTTP/1.1 {status} X\r\n")].into_iter().chain(headers).chain(length);
    let head: String = head.collect();
    let server = Server::responding([head.as_bytes(), b"\r\n", body].concat());
    let result = call(server.client()).await;
    assert_eq!(server.requests(), 1);
    result
}
