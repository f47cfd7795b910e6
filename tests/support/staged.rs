//! A server that runs a function on one connection and returns its result.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use pivotal_runtime::Client;

use super::request::ReceivedRequest;
use super::server::client;

/// A server for one connection, on a thread of its own.
pub(crate) struct StagedServer<R> {
    url: String,
    thread: JoinHandle<R>,
}

impl<R: Send + 'static> StagedServer<R> {
    /// Starts a server that calls this function with the first connection, and closes it afterwards.
    pub(crate) fn start(serve: impl FnOnce(&mut Connection) -> R + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let thread = thread::spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            serve(&mut Connection(BufReader::new(stream)))
        });
        Self { url, thread }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Returns a client without retries.
    pub(crate) fn client(&self) -> Client {
        client(&self.url)
    }

    /// Waits for the function and returns its result.
    pub(crate) fn finish(self) -> R {
        self.thread.join().expect("the server panicked")
    }
}

/// The server side of the connection.
pub(crate) struct Connection(BufReader<TcpStream>);

impl Connection {
    /// Reads a request up to its body.
    pub(crate) fn read_head(&mut self) -> ReceivedRequest {
        ReceivedRequest::read_head(&mut self.0).expect("no request arrived")
    }

    /// Reads one line.
    pub(crate) fn read_line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line
    }

    pub(crate) fn read_exact(&mut self, bytes: &mut [u8]) {
        self.0.read_exact(bytes).unwrap();
    }

    /// Reads to the end of the connection.
    pub(crate) fn read_to_end(&mut self) -> Vec<u8> {
        let mut rest = Vec::new();
        // The end may be a reset.
        let _ = self.0.read_to_end(&mut rest);
        rest
    }

    /// Reads the chunks of a body (RFC 9112, section 7.1) up to the last one or to the end of the connection.
    pub(crate) fn read_chunks(&mut self) -> (Vec<String>, End) {
        let mut chunks = Vec::new();
        loop {
            let Ok(length) = usize::from_str_radix(self.read_line().trim_end(), 16) else {
                return (chunks, End::ConnectionLost);
            };
            let mut chunk = vec![0; length];
            self.0.read_exact(&mut chunk).unwrap();
            assert_eq!(self.read_line(), "\r\n");
            if length == 0 {
                return (chunks, End::Complete);
            }
            chunks.push(String::from_utf8(chunk).unwrap());
        }
    }

    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.get_mut().write_all(bytes.as_ref()).unwrap();
    }
}

/// The end of a body in chunks.
#[derive(Debug, PartialEq)]
pub(crate) enum End {
    Complete,
    ConnectionLost,
}
