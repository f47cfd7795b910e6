//! A server that answers what it is told, byte for byte, and tells what it received.
//!
//! It runs on threads, so it goes on while a test waits for it.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use httpmock::MockServer;
use pivotal_api::PivotalKey;
use pivotal_runtime::{Client, Error, ErrorKind};

use crate::transport::builder;

pub(crate) const KEY: &str = "pivotal_test_K8s9vQ2mXw7b";

/// What the server does on a connection.
#[derive(Clone)]
pub(crate) struct Act {
    says: Says,
    when: When,
}

/// Bytes, made for the request that was read, if one was.
type Says = Arc<dyn Fn(Option<&Received>) -> Vec<u8> + Send + Sync>;

#[derive(Clone, Copy)]
enum When {
    /// After each request.
    Always,
    /// After a request, before it closes the connection.
    Once,
    /// Before it closes the connection without having read anything.
    AtOnce,
}

/// Reads a request, sends these bytes and waits for what comes next on the connection.
pub(crate) fn says(bytes: impl Into<Vec<u8>>) -> Act {
    act(bytes, When::Always)
}

/// Reads a request, sends what is made of it and waits for what comes next on the connection.
pub(crate) fn answers(make: impl Fn(&Received) -> String + Send + Sync + 'static) -> Act {
    Act { says: Arc::new(move |received| received.map(&make).unwrap_or_default().into_bytes()), when: When::Always }
}

fn act(bytes: impl Into<Vec<u8>>, when: When) -> Act {
    let bytes = bytes.into();
    Act { says: Arc::new(move |_| bytes.clone()), when }
}

/// Reads a request, sends these bytes and closes the connection.
pub(crate) fn breaks_off_after(bytes: impl Into<Vec<u8>>) -> Act {
    act(bytes, When::Once)
}

/// Sends these bytes to whoever connects and closes the connection.
pub(crate) fn hangs_up_after(bytes: impl Into<Vec<u8>>) -> Act {
    act(bytes, When::AtOnce)
}

/// Answers 204.
pub(crate) fn agrees() -> Act {
    says("HTTP/1.1 204 No Content\r\n\r\n")
}

/// A request as it arrived.
pub(crate) struct Received {
    /// `GET /path HTTP/1.1`
    pub(crate) line: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Received {
    /// The path and query of the request line.
    pub(crate) fn target(&self) -> &str {
        self.line.split(' ').nth(1).unwrap()
    }

    /// The values of all headers of this name.
    pub(crate) fn header(&self, name: &str) -> Vec<&str> {
        let of_name = self.headers.iter().filter(|(found, _)| found.eq_ignore_ascii_case(name));
        of_name.map(|(_, value)| value.as_str()).collect()
    }

    /// Reads all that comes before the body.
    pub(crate) fn head(stream: &mut impl BufRead) -> Option<Self> {
        let mut lines = Vec::new();
        loop {
            let mut line = Vec::new();
            stream.read_until(b'\n', &mut line).ok().filter(|length| *length > 0)?;
            match String::from_utf8_lossy(&line).trim_end_matches("\r\n") {
                "" => break,
                line => lines.push(line.to_owned()),
            }
        }
        let line = lines.remove(0);
        let header =
            |line: &String| line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned()));
        let headers = lines.iter().map(|line| header(line).unwrap()).collect();
        Some(Self { line, headers, body: Vec::new() })
    }

    fn read(stream: &mut impl BufRead) -> Option<Self> {
        let mut received = Self::head(stream)?;
        assert!(received.header("transfer-encoding").is_empty(), "the length of a body is known beforehand");
        let length = received.header("content-length").first().map_or(0, |length| length.parse().unwrap());
        received.body.resize(length, 0);
        stream.read_exact(&mut received.body).ok()?;
        Some(received)
    }
}

pub(crate) struct Server {
    address: SocketAddr,
    accepted: Receiver<SocketAddr>,
    received: Receiver<Received>,
}

impl Server {
    pub(crate) fn that(act: Act) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (accepting, accepted) = channel();
        let (receiving, received) = channel();
        thread::spawn(move || {
            while let Ok((stream, peer)) = listener.accept()
                && accepting.send(peer).is_ok()
            {
                let (act, receiving) = (act.clone(), receiving.clone());
                thread::spawn(move || serve(&stream, &act, &receiving));
            }
        });
        Self { address, accepted, received }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn client(&self) -> Client {
        client(&self.url())
    }

    /// The next request, which must have been sent.
    pub(crate) fn request(&self) -> Received {
        self.received.recv_timeout(Duration::from_secs(10)).expect("no request arrived")
    }

    /// Returns whether there is one more request.
    pub(crate) fn has_request(&self) -> bool {
        self.received.try_recv().is_ok()
    }

    /// How many connections came in since this was last asked.
    pub(crate) fn connections(&self) -> usize {
        // Connections are accepted in their order: whatever came before this one is counted.
        let own = TcpStream::connect(self.address).unwrap().local_addr().unwrap();
        self.accepted.iter().take_while(|peer| *peer != own).count()
    }
}

fn serve(stream: &TcpStream, act: &Act, receiving: &Sender<Received>) -> Option<()> {
    if let When::AtOnce = act.when {
        return (&mut &*stream).write_all(&(act.says)(None)).ok();
    }
    let mut reader = BufReader::new(stream);
    while let Some(received) = Received::read(&mut reader) {
        let answer = (act.says)(Some(&received));
        receiving.send(received).ok()?;
        (&mut &*stream).write_all(&answer).ok()?;
        if let When::Once = act.when {
            break;
        }
    }
    Some(())
}

/// A client that takes the first answer: retries are not what is tested here.
pub(crate) fn client(url: &str) -> Client {
    builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).max_attempts(1).allow_http().build().unwrap()
}

/// The one request that a call sends.
pub(crate) async fn sent(call: impl AsyncFnOnce(Client) -> Result<(), Error>) -> Received {
    let server = Server::that(agrees());
    call(server.client()).await.unwrap();
    assert_eq!(server.connections(), 1);
    server.request()
}

/// The error of a call that no request can be made of, once nothing was sent.
pub(crate) async fn refused(call: impl AsyncFnOnce(Client) -> Result<(), Error>) -> Error {
    let server = Server::that(agrees());
    let error = call(server.client()).await.unwrap_err();
    assert_eq!(server.connections(), 0, "{error}");
    assert_eq!(error.kind(), ErrorKind::Request, "{error}");
    assert!(!error.is_retryable());
    error
}

/// What a call makes of an answer, once the server was called exactly once.
pub(crate) async fn answered<R>(
    status: u16,
    headers: &[(&str, &str)],
    body: impl AsRef<[u8]>,
    call: impl AsyncFnOnce(Client) -> R,
) -> R {
    let server = MockServer::start_async().await;
    let mock = server.mock_async(|when, then| {
        when.any_request();
        let then = then.status(status).body(body);
        headers.iter().fold(then, |then, (name, value)| then.header(*name, *value));
    });
    let mock = mock.await;
    let result = call(client(&server.base_url())).await;
    mock.assert_calls_async(1).await;
    result
}

/// An address that refuses connections for as long as the guard is kept.
pub(crate) fn closed_port() -> (String, impl Sized) {
    // The port is taken, by the near end of a connection, and nobody listens there.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let stream = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    (format!("http://{}", stream.local_addr().unwrap()), (listener, stream))
}
