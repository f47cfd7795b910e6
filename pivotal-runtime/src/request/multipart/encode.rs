//! Writes a multipart body.

use std::borrow::Cow;
use std::fmt::{self, Write};

use bytes::{BufMut, BytesMut};
use http::HeaderValue;

use super::concatenated::Concatenated;
use super::part::essence;
use super::{Multipart, NamedPart};
use crate::Body;
use crate::random::uuid;
use crate::request::EncodedBody;

type Message = Cow<'static, str>;

const OCTET_STREAM: &str = "application/octet-stream";

impl Multipart {
    /// Returns the body, and its `Content-Type` with the boundary.
    pub(crate) fn encode(self) -> EncodedBody {
        match self.into_body() {
            Ok((content_type, body)) => EncodedBody { body: Ok(Some(body)), content_type },
            Err(message) => EncodedBody { body: Err(message), ..EncodedBody::none() },
        }
    }

    fn into_body(mut self) -> Result<(HeaderValue, Body), Message> {
        self.check()?;
        let boundary = self.boundary()?;
        let content_type = self.content_type(&boundary)?;
        let mut body = Concatenated::default();
        for NamedPart { name, part } in self.parts {
            let head = body.buffer();
            head.put_slice(format!("--{boundary}\r\n").as_bytes());
            if let Some(name) = name {
                put_disposition(head, &name, part.file_name.as_deref());
            }
            let default_type = self.is_related.then_some(OCTET_STREAM);
            if let Some(content_type) = part.content_type.as_deref().or(default_type) {
                put_header(head, "Content-Type", content_type.as_bytes());
            }
            for (name, value) in &part.headers {
                put_header(head, name.as_str(), value.as_bytes());
            }
            head.put_slice(b"\r\n");
            body.push(part.content);
            body.buffer().put_slice(b"\r\n");
        }
        body.buffer().put_slice(format!("--{boundary}--\r\n").as_bytes());
        Ok((content_type, body.into_body()))
    }

    /// Returns the first error of a part.
    fn check(&mut self) -> Result<(), Message> {
        if self.is_related && self.parts.is_empty() {
            return Err("has no parts; pass at least one to `Multipart::related`".into());
        }
        for NamedPart { name, part } in &mut self.parts {
            if let Some(message) = part.error.take() {
                return Err(message);
            }
            if self.is_related && name.is_some() {
                return Err("has a part with a name; pass all parts to `Multipart::related`".into());
            }
        }
        Ok(())
    }

    fn content_type(&self, boundary: &str) -> Result<HeaderValue, Message> {
        let content_type = if self.is_related {
            let first = self.parts.first().and_then(|first| first.part.content_type.as_deref());
            let first = essence(first.unwrap_or(OCTET_STREAM));
            format!("multipart/related; boundary={boundary}; type=\"{first}\"")
        } else {
            format!("multipart/form-data; boundary={boundary}")
        };
        HeaderValue::try_from(content_type).map_err(|_| "has a boundary that is not allowed in a header".into())
    }

    /// Creates a boundary that no part in memory contains (RFC 2046, section 5.1.1). It is random, so no stream contains it.
    fn boundary(&self) -> Result<String, Message> {
        loop {
            let random =
                uuid().map_err(|_| "has no boundary, because the operating system returned no random numbers")?;
            let boundary = format!("----part-{}", random.to_str().unwrap_or_default());
            let is_in = |part: &NamedPart| {
                let bytes = part.part.content.as_bytes();
                bytes.is_some_and(|bytes| bytes.windows(boundary.len()).any(|window| window == boundary.as_bytes()))
            };
            if !self.parts.iter().any(is_in) {
                return Ok(boundary);
            }
        }
    }
}

fn put_disposition(head: &mut BytesMut, name: &str, file_name: Option<&str>) {
    let mut disposition = format!("form-data; name=\"{}\"", Quoted(name));
    if let Some(file_name) = file_name {
        // Writing to a string does not fail.
        let _ = write!(disposition, "; filename=\"{}\"", Quoted(file_name));
    }
    put_header(head, "Content-Disposition", disposition.as_bytes());
}

fn put_header(head: &mut BytesMut, name: &str, value: &[u8]) {
    head.put_slice(name.as_bytes());
    head.put_slice(b": ");
    head.put_slice(value);
    head.put_slice(b"\r\n");
}

/// A name between quotes. `"`, CR and LF are percent-encoded, as in browsers (HTML, section 4.10.21.8). So are other control
/// characters, which are not allowed in a header, and `\`: parsers of quoted strings (RFC 9110, section 5.6.4) treat it as the
/// start of an escape, so a name could end outside its quotes.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '"' | '\\' | '\0'..='\x1F' | '\x7F' => write!(f, "%{:02X}", u32::from(c))?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
