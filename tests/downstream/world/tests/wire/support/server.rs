//! A server in a thread, which returns responses in their order and records the requests.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use pivotal_runtime::{Api, Client, ClientBuilder, Credentials};

use super::pieces::Pieces;

/// A request: method and target, headers with lower-case names, and body.
#[derive(Debug, Clone)]
pub struct Received {
    pub line: String,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Received {
    /// Returns the value of a header; `None` if it is missing.
    ///
    /// # Panics
    ///
    /// If it was sent twice.
    pub fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers(name);
        assert!(values.len() < 2, "`{name}` was sent twice: {self:?}");
        values.first().copied()
    }

    /// Returns all values of a header.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(own, _)| own == name).map(|(_, value)| &**value).collect()
    }
}

pub struct Server {
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    /// Returns a response for each request: the status and, after a space, the body. With headers, each has a line, and the body
    /// follows an empty line. `{server}` is the URL of the server. A request without a response gets a 418, which is not retried.
    pub fn new<const N: usize>(responses: [&str; N]) -> Self {
        Self::start(|url| {
            let mut responses = responses.map(|response| response.replace("{server}", url)).into_iter();
            move |request, stream| send(stream, &responses.next().unwrap_or_else(|| "418".to_owned()), &request.line)
        })
    }

    /// Returns a response for each request, whose body is sent in pieces. A head is the status, and headers in the lines after
    /// it. A request without a response gets a 418.
    pub fn in_pieces<const N: usize>(heads: [&str; N]) -> (Self, [Pieces; N]) {
        let mut responses = Vec::new();
        let pieces = heads.map(|head| {
            let (pieces, received) = Pieces::new();
            responses.push((head.to_owned(), received));
            pieces
        });
        let mut responses = responses.into_iter();
        let server = Self::start(|_| {
            move |request, stream| match responses.next() {
                Some((head, pieces)) => send_in_pieces(stream, &head, &pieces),
                None => send(stream, "418", &request.line),
            }
        });
        (server, pieces)
    }

    /// Starts a server. `responder` gets its URL, and returns the function that sends responses.
    fn start<R: FnMut(&Received, &TcpStream) + Send + 'static>(responder: impl FnOnce(&str) -> R) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let mut respond = responder(&url);
        let received = Arc::<Mutex<Vec<Received>>>::default();
        let recorded = Arc::clone(&received);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let stream = stream.unwrap();
                let request = read(&stream);
                recorded.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
                respond(&request, &stream);
            }
        });
        Self { url, received }
    }

    /// Returns the builder of a client that calls this server in place of the API's.
    pub fn builder(&self, api: &'static Api) -> ClientBuilder {
        Client::builder().api(api).base_url(&self.url)
    }

    pub fn client(&self, api: &'static Api, credentials: impl Credentials) -> Client {
        self.builder(api).credentials(credentials).build().unwrap()
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the only request.
    pub fn only(&self) -> Received {
        let mut received = self.received();
        assert_eq!(received.len(), 1, "{received:#?}");
        received.remove(0)
    }

    /// Returns the methods and targets of the requests.
    pub fn lines(&self) -> Vec<String> {
        self.received().into_iter().map(|request| request.line).collect()
    }
}

/// Sends a response to a request with this line.
fn send(mut stream: &TcpStream, response: &str, line: &str) {
    let (head, body) = response.split_once("\n\n").or_else(|| response.split_once(' ')).unwrap_or((response, ""));
    let (status, headers) = head.split_once('\n').unwrap_or((head, ""));
    // These statuses have no body, and no length.
    let length = match status {
        "204" | "304" => String::new(),
        _ => format!("Content-Length: {}\r\n", body.len()),
    };
    let body = if line.starts_with("HEAD ") { "" } else { body };
    let head = http_1_1(status, &length, headers);
    stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
}

/// Sends a response in chunks (RFC 9112, section 7.1), until its end or until the test drops the pieces.
fn send_in_pieces(mut stream: &TcpStream, head: &str, pieces: &Receiver<String>) {
    let (status, headers) = head.split_once('\n').unwrap_or((head, ""));
    let head = http_1_1(status, "Transfer-Encoding: chunked\r\n", headers);
    // A client that has read enough closes the connection.
    let mut is_open = stream.write_all(head.as_bytes()).is_ok();
    while is_open && let Ok(piece) = pieces.recv() {
        is_open = stream.write_all(format!("{:x}\r\n{piece}\r\n", piece.len()).as_bytes()).is_ok();
    }
}

/// The head of a response, with one line for each header.
fn http_1_1(status: &str, framing: &str, headers: &str) -> String {
    let headers: String = headers.lines().map(|header| format!("{header}\r\n")).collect();
    format!("HTTP/1.1 {status} \r\nConnection: close\r\n{framing}{headers}\r\n")
}

fn read(stream: &TcpStream) -> Received {
    let mut reader = BufReader::new(stream);
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    };
    let request_line = line().strip_suffix(" HTTP/1.1").unwrap().to_owned();
    let mut headers = Vec::new();
    while let Some((name, value)) = line().split_once(':') {
        headers.push((name.to_lowercase(), value.trim().to_owned()));
    }
    let mut received = Received { line: request_line, headers, body: String::new() };
    let is_chunked = received.header("transfer-encoding") == Some("chunked");
    let length = received.header("content-length").map_or(0, |length| length.parse().unwrap());
    let body = if is_chunked { read_chunks(&mut reader) } else { read_exact(&mut reader, length) };
    received.body = String::from_utf8(body).unwrap();
    received
}

fn read_exact(reader: &mut impl Read, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes).unwrap();
    bytes
}

/// Reads a body that is sent in chunks (RFC 9112, section 7.1), without trailers.
fn read_chunks(reader: &mut impl BufRead) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let mut size = String::new();
        reader.read_line(&mut size).unwrap();
        let length = usize::from_str_radix(size.trim_end(), 16).unwrap();
        body.extend(read_exact(reader, length));
        read_exact(reader, 2);
        if length == 0 {
            return body;
        }
    }
}
