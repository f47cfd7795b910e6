//! Streams of the blocking client.

mod contexts;
mod ends;
mod fake;
mod pipelines;
mod resume;
mod uploads;

use std::io::{self, BufRead, Read};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use pivotal_runtime::{BlockingTransport, Body, Error, Events, Lines, Response, endpoint};

use super::client;
use crate::support::gate::gate;
use crate::support::staged::StagedServer;

trait Feeds: BlockingTransport {
    #[endpoint(GET, "/file")]
    fn file(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/file", response = Body)]
    fn response(&self) -> Result<Response<Body>, Error>;

    #[endpoint(GET, "/lines")]
    fn lines(&self) -> Result<Lines<String>, Error>;

    #[endpoint(GET, "/events")]
    fn events(&self) -> Result<Events<String>, Error>;

    #[endpoint(PUT, "/upload", stream = body, response = ())]
    fn upload(&self, body: Body) -> Result<(), Error>;
}
impl<T: BlockingTransport> Feeds for T {}

const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\n\r\n";

/// The head of a response in chunks.
const CHUNKED: &str = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

/// Formats chunks of a body (RFC 9112, section 7.1), without the last one.
fn chunks(chunks: &[&str]) -> String {
    let chunks = chunks.iter().map(|chunk| format!("{:x}\r\n{chunk}\r\n", chunk.len()));
    chunks.collect::<Vec<_>>().concat()
}

/// Runs a function on a thread, and fails if it does not return.
fn finish<T: Send + 'static>(function: impl FnOnce() -> T + Send + 'static) -> T {
    let (returning, returned) = mpsc::channel();
    thread::spawn(move || returning.send(function()));
    returned.recv_timeout(Duration::from_secs(50)).expect("the function panicked, or does not return")
}

/// Calls a function with a server that sends the second chunk when the function has opened the gate.
fn with_two_chunks(first: &'static str, second: &'static str, read: impl FnOnce(&str, &dyn Fn())) {
    let (opened, gate) = gate();
    let server = StagedServer::start(move |connection| {
        connection.read_head();
        connection.send(CHUNKED.to_owned() + &chunks(&[first]));
        gate.wait();
        connection.send(chunks(&[second]) + "0\r\n\r\n");
    });
    read(server.client().base_url(), &move || opened.open());
    server.finish();
}

#[test]
fn body_is_read_before_the_rest_is_sent() {
    with_two_chunks("first", "-second", |url, send_second| {
        let body = client(url).file().unwrap();
        assert!(body.as_bytes().is_none(), "the body is not in memory");
        let mut reader = body.blocking_reader();
        let mut first = [0; 5];
        reader.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"first");
        send_second();
        assert_eq!(io::read_to_string(reader).unwrap(), "-second");
    });
}

#[test]
fn lines_are_read_before_the_rest_is_sent() {
    with_two_chunks("one\ntw", "o\nthree", |url, send_second| {
        let mut lines = client(url).lines().unwrap().blocking_iter();
        assert_eq!(lines.next().unwrap().unwrap(), "one");
        send_second();
        assert_eq!(lines.by_ref().map(Result::unwrap).collect::<Vec<_>>(), ["two", "three"]);
        assert!(lines.next().is_none());
    });
}

#[test]
fn events_are_read_before_the_rest_is_sent() {
    with_two_chunks("id: 1\ndata: one\n\nid: 2\nda", "ta: two\n\n", |url, send_second| {
        let mut events = client(url).events().unwrap().blocking_iter();
        assert_eq!(events.next().unwrap().unwrap(), "one");
        assert_eq!(events.get_ref().last_event_id(), "1");
        send_second();
        assert_eq!(events.next().unwrap().unwrap(), "two");
        assert!(events.next().is_none());
        assert_eq!(events.get_ref().last_event_id(), "2");
    });
}

#[test]
fn reader_returns_lines_before_the_rest_is_sent() {
    with_two_chunks("one\ntw", "o\nthree", |url, send_second| {
        let mut lines = client(url).file().unwrap().blocking_reader().lines();
        assert_eq!(lines.next().unwrap().unwrap(), "one");
        send_second();
        assert_eq!(lines.map(Result::unwrap).collect::<Vec<_>>(), ["two", "three"]);
    });
}

/// A larger body in memory is an error.
#[test]
fn body_of_17_mib_is_streamed() {
    const LENGTH: usize = 17 << 20;
    let server = StagedServer::start(|connection| {
        connection.read_head();
        connection.send(format!("HTTP/1.1 200 OK\r\nContent-Length: {LENGTH}\r\n\r\n"));
        let part: Vec<u8> = (0..=u8::MAX).cycle().take(1 << 20).collect();
        (0..LENGTH).step_by(part.len()).for_each(|_| connection.send(&part));
    });
    let response = client(server.client().base_url()).response().unwrap();
    assert_eq!(response.headers()["content-length"], LENGTH.to_string());
    let body = response.into_inner();
    assert_eq!(body.len(), Some(LENGTH as u64));
    let mut reader = body.blocking_reader();
    let (mut buffer, mut received) = (vec![0; 100_000], 0);
    loop {
        let length = reader.read(&mut buffer).unwrap();
        if length == 0 {
            break;
        }
        let is_equal = |(index, byte): (usize, &u8)| usize::from(*byte) == (received + index) % 256;
        assert!(buffer[..length].iter().enumerate().all(is_equal));
        received += length;
    }
    assert_eq!(received, LENGTH);
    server.finish();
}
