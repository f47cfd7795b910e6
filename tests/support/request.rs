//! Requests as a server receives them.

use std::io::{self, BufRead, ErrorKind};

/// A received request.
#[derive(Debug, Clone)]
pub(crate) struct ReceivedRequest {
    /// `GET /path HTTP/1.1`
    pub(crate) line: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl ReceivedRequest {
    /// Returns the path and the query.
    pub(crate) fn target(&self) -> &str {
        self.line.split(' ').nth(1).unwrap()
    }

    /// Returns the values of all headers with this name.
    pub(crate) fn headers(&self, name: &str) -> Vec<&str> {
        let values = self.headers.iter().filter(|(found, _)| found.eq_ignore_ascii_case(name));
        values.map(|(_, value)| value.as_str()).collect()
    }

    /// Returns the names and values of all headers.
    pub(crate) fn all_headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns the value of a header, and panics if there is more than one.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers(name);
        assert!(values.len() <= 1, "`{name}` was sent {} times", values.len());
        values.first().copied()
    }

    /// Reads a request up to its body, and not a byte more.
    pub(crate) fn read_head(stream: &mut impl BufRead) -> io::Result<Self> {
        let mut lines = Vec::new();
        loop {
            let mut line = Vec::new();
            if stream.read_until(b'\n', &mut line)? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            match String::from_utf8_lossy(&line).trim_end_matches("\r\n") {
                "" => break,
                line => lines.push(line.to_owned()),
            }
        }
        let line = lines.remove(0);
        let header = |line: &String| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_owned(), value.trim().to_owned())
        };
        Ok(Self { line, headers: lines.iter().map(header).collect(), body: Vec::new() })
    }

    /// Reads a request whose body has a `Content-Length`, or none.
    pub(crate) fn read(stream: &mut impl BufRead) -> io::Result<Self> {
        let mut request = Self::read_head(stream)?;
        assert_eq!(request.header("transfer-encoding"), None, "the length of the body is known");
        let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
        request.body.resize(length, 0);
        stream.read_exact(&mut request.body)?;
        Ok(request)
    }
}
