//! The server side of one connection.

use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use socket2::SockRef;
use tokio::sync::mpsc::UnboundedSender;

use super::{Event, PATIENCE, ReceivedRequest, Report, Script};

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

    fn report(&self, event: Event, request: Option<ReceivedRequest>) {
        // The test may have ended.
        let _ = self.reporting.send(Report { connection: self.number, event, request });
    }

    /// Performs a TLS handshake, and uses TLS from then on.
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
    pub(crate) fn read(&mut self) -> io::Result<ReceivedRequest> {
        let request = ReceivedRequest::read(&mut self.unbuffered())?;
        self.report(Event::Read, Some(request.clone()));
        Ok(request)
    }

    /// Reads a request without its body.
    pub(crate) fn read_head(&mut self) -> io::Result<ReceivedRequest> {
        let request = ReceivedRequest::read_head(&mut self.unbuffered())?;
        self.report(Event::Read, Some(request.clone()));
        Ok(request)
    }

    /// Reads byte by byte, so that bytes after the request stay unread.
    fn unbuffered(&mut self) -> BufReader<&mut dyn Stream> {
        BufReader::with_capacity(1, &mut *self.stream)
    }

    /// Reads this number of bytes.
    #[cfg(feature = "rustls")]
    pub(crate) fn read_bytes(&mut self, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Reports that [`read_bytes`](Self::read_bytes) has read a request.
    #[cfg(feature = "rustls")]
    pub(crate) fn report_request(&self) {
        self.report(Event::Read, None);
    }

    /// Waits for bytes and leaves them unread. A connection that is closed then is reset.
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

    /// Sends these bytes repeatedly until the client closes the connection, and returns the number of bytes.
    pub(crate) fn send_until_ended(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<usize> {
        // With a small buffer, the client has received most of the bytes that are sent.
        SockRef::from(&self.tcp).set_send_buffer_size(64 << 10)?;
        let mut sent = 0;
        loop {
            match self.stream.write(bytes.as_ref()) {
                Ok(length) => sent += length,
                Err(error) if is_closed_by_client(&error) => break,
                Err(error) => return Err(error),
            }
        }
        self.report(Event::Sent(sent), None);
        self.report(Event::Ended, None);
        Ok(sent)
    }

    /// Closes the sending direction only.
    pub(crate) fn finish_sending(&mut self) -> io::Result<()> {
        self.tcp.shutdown(Shutdown::Write)
    }

    /// Reads until the client closes the connection.
    pub(crate) fn wait_for_end(&mut self) -> io::Result<()> {
        let mut buffer = [0; 4096];
        loop {
            match self.stream.read(&mut buffer) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) if is_closed_by_client(&error) => break,
                Err(error) => return Err(error),
            }
        }
        self.report(Event::Ended, None);
        Ok(())
    }

    /// Resets the connection at the end of the script instead of closing it.
    pub(crate) fn reset(&mut self) -> io::Result<()> {
        self.resets = true;
        SockRef::from(&self.tcp).set_linger(Some(Duration::ZERO))
    }
}

fn is_closed_by_client(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted)
}
