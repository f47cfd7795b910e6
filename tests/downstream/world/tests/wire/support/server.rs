//! A server in a thread, which returns responses in their order and records the requests.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use pivotal_runtime::{Api, Client, ClientBuilder, Credentials};

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
        let mut values = self.headers.iter().filter(|(own, _)| own == name).map(|(_, value)| &**value);
        let value = values.next();
        assert_eq!(values.next(), None, "`{name}` was sent twice: {self:?}");
        value
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
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let mut responses = responses.map(|response| response.replace("{server}", &url)).into_iter();
        let received = Arc::<Mutex<Vec<Received>>>::default();
        let recorded = Arc::clone(&received);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let stream = stream.unwrap();
                let request = read(&stream);
                let response = responses.next().unwrap_or_else(|| "418".to_owned());
                let response = http_1_1(&response, request.line.starts_with("HEAD "));
                recorded.lock().unwrap_or_else(PoisonError::into_inner).push(request);
                (&stream).write_all(response.as_bytes()).unwrap();
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

fn http_1_1(response: &str, is_head: bool) -> String {
    let (head, body) = response.split_once("\n\n").or_else(|| response.split_once(' ')).unwrap_or((response, ""));
    let (status, headers) = head.split_once('\n').unwrap_or((head, ""));
    // These statuses have no body, and no length.
    let length = match status {
        "204" | "304" => String::new(),
        _ => format!("Content-Length: {}\r\n", body.len()),
    };
    let headers: String = headers.lines().map(|header| format!("{header}\r\n")).collect();
    let body = if is_head { "" } else { body };
    format!("HTTP/1.1 {status} \r\nConnection: close\r\n{length}{headers}\r\n{body}")
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
    let length = received.header("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    received.body = String::from_utf8(body).unwrap();
    received
}
