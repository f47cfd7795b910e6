//! A server whose part a test writes, for one connection.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use pivotal_runtime::Client;

use crate::support::{Received, client};

/// A server that plays its part on a thread of its own.
pub(crate) struct Staged<R> {
    url: String,
    part: JoinHandle<R>,
}

/// Starts a server that does this with the first connection, and closes it then.
pub(crate) fn staged<R: Send + 'static>(part: impl FnOnce(&mut Peer) -> R + Send + 'static) -> Staged<R> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let part = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        part(&mut Peer(BufReader::new(stream)))
    });
    Staged { url, part }
}

impl<R> Staged<R> {
    pub(crate) fn client(&self) -> Client {
        client(&self.url)
    }

    /// What the part gave, once it is over.
    pub(crate) fn over(self) -> R {
        self.part.join().expect("the server stopped at what it did not expect")
    }
}

/// The other end of the connection.
pub(crate) struct Peer(BufReader<TcpStream>);

impl Peer {
    /// Reads a request up to its body.
    pub(crate) fn head(&mut self) -> Received {
        Received::head(&mut self.0).expect("no request arrived")
    }

    /// Reads one line.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line
    }

    pub(crate) fn fill(&mut self, bytes: &mut [u8]) {
        self.0.read_exact(bytes).unwrap();
    }

    /// Reads to the end of the connection.
    pub(crate) fn rest(&mut self) -> Vec<u8> {
        let mut rest = Vec::new();
        // A connection that is reset has ended, too.
        let _ = self.0.read_to_end(&mut rest);
        rest
    }

    /// Reads a body in chunks (RFC 9112, section 7.1): each one, up to the empty one at its end or, where that does
    /// not come, to the end of the connection.
    pub(crate) fn chunks(&mut self) -> (Vec<String>, End) {
        let mut chunks = Vec::new();
        loop {
            let Ok(length) = usize::from_str_radix(self.line().trim_end(), 16) else { return (chunks, End::BrokenOff) };
            let mut chunk = vec![0; length];
            self.0.read_exact(&mut chunk).unwrap();
            assert_eq!(self.line(), "\r\n");
            if length == 0 {
                return (chunks, End::Complete);
            }
            chunks.push(String::from_utf8(chunk).unwrap());
        }
    }

    pub(crate) fn says(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.get_mut().write_all(bytes.as_ref()).unwrap();
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum End {
    Complete,
    BrokenOff,
}

/// What one side waits for, and what lets it go on.
pub(crate) fn gate() -> (Key, Gate) {
    let (key, gate) = channel();
    (Key(key), Gate(gate))
}

pub(crate) struct Key(Sender<()>);

impl Key {
    pub(crate) fn open(&self) {
        self.0.send(()).unwrap();
    }
}

pub(crate) struct Gate(Receiver<()>);

impl Gate {
    pub(crate) fn wait(&self) {
        self.0.recv_timeout(Duration::from_secs(10)).expect("the gate was not opened");
    }
}
