//! The server's end of one connection.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use socket2::SockRef;
use tokio::sync::mpsc::UnboundedSender;

use super::{Event, PATIENCE, Report, Script};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// `GET /path HTTP/1.1`
    pub(crate) line: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(found, _)| found.eq_ignore_ascii_case(name));
        let (_, value) = values.next()?;
        assert!(values.next().is_none(), "`{name}` twice");
        Some(value)
    }
}

trait Stream: Read + Write + Send {}
impl<S: Read + Write + Send> Stream for S {}

pub(crate) struct Connection {
    number: usize,
    tcp: TcpStream,
    stream: Box<dyn Stream>,
    reporting: UnboundedSender<Report>,
    resets: bool,
}

impl Connection {
    pub(super) fn new(number: usize, tcp: TcpStream, reporting: UnboundedSender<Report>) -> Self {
        tcp.set_read_timeout(Some(PATIENCE)).unwrap();
        tcp.set_write_timeout(Some(PATIENCE)).unwrap();
        tcp.set_nodelay(true).unwrap();
        let stream = Box::new(tcp.try_clone().unwrap());
        let connection = Self { number, tcp, stream, reporting, resets: false };
        connection.report(Event::Accepted, None);
        connection
    }

    pub(super) fn run(mut self, script: Script) -> io::Result<()> {
        let result = script(&mut self);
        let Self { number, tcp, stream, reporting, resets } = self;
        drop((tcp, stream));
        let event = if resets { Event::Reset } else { Event::Closed };
        let _ = reporting.send(Report { connection: number, event, request: None });
        result
    }

    fn report(&self, event: Event, request: Option<Request>) {
        // The test may be over.
        let _ = self.reporting.send(Report { connection: self.number, event, request });
    }

    /// Speaks TLS from here on.
    #[cfg(feature = "rustls")]
    pub(crate) fn start_tls(&mut self, config: std::sync::Arc<rustls::ServerConfig>) -> io::Result<()> {
        let mut tls = rustls::ServerConnection::new(config).map_err(io::Error::other)?;
        let mut tcp = self.tcp.try_clone()?;
        while tls.is_handshaking() {
            tls.complete_io(&mut tcp)?;
        }
        self.stream = Box::new(rustls::StreamOwned::new(tls, tcp));
        Ok(())
    }

    /// Reads a request with its body.
    pub(crate) fn read(&mut self) -> io::Result<Request> {
        let mut request = self.head()?;
        let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
        request.body.resize(length, 0);
        self.stream.read_exact(&mut request.body)?;
        self.report(Event::Read, Some(request.clone()));
        Ok(request)
    }

    /// Reads a request without its body.
    pub(crate) fn read_head(&mut self) -> io::Result<Request> {
        let request = self.head()?;
        self.report(Event::Read, Some(request.clone()));
        Ok(request)
    }

    /// Not a byte more than the head, so that what follows stays unread.
    fn head(&mut self) -> io::Result<Request> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            self.stream.read_exact(&mut byte)?;
            head.extend(byte);
        }
        let head = String::from_utf8(head).map_err(io::Error::other)?;
        let mut lines = head.trim_end().split("\r\n").map(str::to_owned);
        let line = lines.next().unwrap();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_owned(), value.trim().to_owned())
        });
        Ok(Request { line, headers: headers.collect(), body: Vec::new() })
    }

    /// Reads so many bytes of whatever it is.
    #[cfg(feature = "rustls")]
    pub(crate) fn read_bytes(&mut self, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Notes that what was read by [`read_bytes`](Self::read_bytes) was a request.
    #[cfg(feature = "rustls")]
    pub(crate) fn note_request(&self) {
        self.report(Event::Read, None);
    }

    /// Waits for something to arrive, and leaves it unread: closed like this, the connection is reset.
    pub(crate) fn wait_for_more(&mut self) -> io::Result<()> {
        match self.tcp.peek(&mut [0])? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }

    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        self.stream.write_all(bytes.as_ref())?;
        self.stream.flush()?;
        self.report(Event::Sent(bytes.as_ref().len()), None);
        Ok(())
    }

    /// Sends these bytes again and again until the client has gone. How many it sent.
    pub(crate) fn send_until_ended(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<usize> {
        // So that what was sent is what the client took, but for its own buffer.
        SockRef::from(&self.tcp).set_send_buffer_size(64 << 10)?;
        let mut sent = 0;
        loop {
            match self.stream.write(bytes.as_ref()) {
                Ok(length) => sent += length,
                Err(error) if has_gone(&error) => break,
                Err(error) => return Err(error),
            }
        }
        self.report(Event::Sent(sent), None);
        self.report(Event::Ended, None);
        Ok(sent)
    }

    /// Ends its own direction, and leaves the other one open.
    pub(crate) fn finish_sending(&mut self) -> io::Result<()> {
        self.tcp.shutdown(Shutdown::Write)
    }

    /// Reads whatever comes, until the client closes the connection.
    pub(crate) fn wait_for_end(&mut self) -> io::Result<()> {
        let mut buffer = [0; 4096];
        loop {
            match self.stream.read(&mut buffer) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) if has_gone(&error) => break,
                Err(error) => return Err(error),
            }
        }
        self.report(Event::Ended, None);
        Ok(())
    }

    /// Resets the connection at the end of the script, in place of closing it.
    pub(crate) fn reset(&mut self) -> io::Result<()> {
        self.resets = true;
        SockRef::from(&self.tcp).set_linger(Some(Duration::ZERO))
    }
}

fn has_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted)
}
