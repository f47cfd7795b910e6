//! Multipart forms.

use std::borrow::Cow;
use std::fmt::{self, Write};

use bytes::{BufMut, Bytes, BytesMut};
use http::HeaderValue;

use crate::Body;
use crate::random::uuid;

/// A form of named parts, such as an upload: `multipart/form-data` (RFC 7578).
///
/// ```
/// use pivotal_runtime::{Error, Multipart, Transport, endpoint};
///
/// trait Files: Transport {
///     #[endpoint(POST, "/files", multipart = form, response = ())]
///     async fn upload(&self, form: Multipart);
/// }
/// impl<T: Transport> Files for T {}
///
/// async fn upload(client: &impl Files) -> Result<(), Error> {
///     let form = Multipart::new().text("title", "Price list").file("list", "prices.csv", "text/csv", "a,1\nb,2\n");
///     client.upload(form).await
/// }
/// ```
#[derive(Default)]
pub struct Multipart {
    parts: Vec<Part>,
}

struct Part {
    name: String,
    file: Option<File>,
    content: Bytes,
}

struct File {
    name: String,
    content_type: String,
}

impl Multipart {
    /// Creates a form without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field.
    #[must_use]
    pub fn text(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parts.push(Part { name: name.into(), file: None, content: value.into().into() });
        self
    }

    /// Adds a file: the name of the field, the name of the file, its media type and its content.
    #[must_use]
    pub fn file(
        mut self,
        name: impl Into<String>,
        file_name: impl Into<String>,
        content_type: impl Into<String>,
        content: impl Into<Bytes>,
    ) -> Self {
        let file = File { name: file_name.into(), content_type: content_type.into() };
        self.parts.push(Part { name: name.into(), file: Some(file), content: content.into() });
        self
    }

    /// Returns `Content-Type`, with the boundary, and the body.
    pub(crate) fn into_body(self) -> Result<(HeaderValue, Body), Cow<'static, str>> {
        let boundary = self.boundary()?;
        let mut body = BytesMut::new();
        for part in &self.parts {
            let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", Quoted(&part.name));
            if let Some(file) = &part.file {
                if HeaderValue::from_str(&file.content_type).is_err() {
                    return Err("has a part whose media type is not allowed in a header".into());
                }
                let (name, content_type) = (Quoted(&file.name), &file.content_type);
                // Writing to a string does not fail.
                let _ = write!(head, "; filename=\"{name}\"\r\nContent-Type: {content_type}");
            }
            body.put_slice(head.as_bytes());
            body.put_slice(b"\r\n\r\n");
            body.put_slice(&part.content);
            body.put_slice(b"\r\n");
        }
        body.put_slice(format!("--{boundary}--\r\n").as_bytes());
        let content_type = HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}"))
            .map_err(|_| "has a boundary that is not allowed in a header")?;
        Ok((content_type, body.freeze().into()))
    }

    /// Creates a boundary that no part contains (RFC 2046, section 5.1.1).
    fn boundary(&self) -> Result<String, Cow<'static, str>> {
        loop {
            let random =
                uuid().map_err(|_| "has no boundary, because the operating system returned no random numbers")?;
            let boundary = format!("----part-{}", random.to_str().unwrap_or_default());
            let is_in = |part: &Part| part.content.windows(boundary.len()).any(|window| window == boundary.as_bytes());
            if !self.parts.iter().any(is_in) {
                return Ok(boundary);
            }
        }
    }
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

/// Prints the number of parts only: their content may be private.
impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Multipart({} parts)", self.parts.len())
    }
}
