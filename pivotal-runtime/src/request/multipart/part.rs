//! Parts of multipart bodies.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::Path;

use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};

use crate::Body;
use crate::request::parameter::JsonBody;

/// A part of a [`Multipart`](crate::Multipart) body: its content, file name, media type and headers.
///
/// ```
/// use pivotal_runtime::http::{HeaderValue, header};
/// use pivotal_runtime::{Multipart, Part};
///
/// let note = Part::new("# Title")
///     .file_name("note.md")
///     .content_type("text/markdown")
///     .header(header::CONTENT_LANGUAGE, HeaderValue::from_static("en"));
/// let form = Multipart::new().part("note", note);
/// ```
pub struct Part {
    pub(super) content: Body,
    pub(super) file_name: Option<String>,
    /// A valid media type.
    pub(super) content_type: Option<String>,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    /// The first error.
    pub(super) error: Option<Cow<'static, str>>,
}

impl Part {
    /// Creates a part without a file name and a media type.
    ///
    /// Its content is in memory or a stream.
    #[must_use]
    pub fn new(content: impl Into<Body>) -> Self {
        Self::with_body(content.into())
    }

    /// Creates a part with JSON, of the media type `application/json`.
    ///
    /// `None` is sent as `null`.
    #[must_use]
    pub fn json(value: &(impl JsonBody + ?Sized)) -> Self {
        Self::with_json(serde_json::to_vec(value))
    }

    /// Creates a part from a file.
    ///
    /// The file is opened now. It is read while the request is sent, as by [`Body::from_path`](crate::Body::from_path). Its
    /// file name is the last component of the path, and its media type `application/octet-stream` unless you set others.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be opened, or is a directory.
    pub fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        Self::open(path.as_ref())
    }

    fn open(path: &Path) -> io::Result<Self> {
        let mut part = Self::with_body(Body::open(path)?);
        part.file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        part.content_type = Some("application/octet-stream".to_owned());
        Ok(part)
    }

    pub(super) fn with_body(content: Body) -> Self {
        Self { content, file_name: None, content_type: None, headers: Vec::new(), error: None }
    }

    fn with_json(json: serde_json::Result<Vec<u8>>) -> Self {
        let is_error = json.is_err();
        let mut part = Self::with_body(json.unwrap_or_default().into());
        part.content_type = Some("application/json".to_owned());
        if is_error {
            part.error = Some("has a part that cannot be written as JSON: a type in it rejects its value".into());
        }
        part
    }

    /// Sets the name of the file.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }

    /// Sets the media type, such as `text/csv`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.set_content_type(content_type.into());
        self
    }

    fn set_content_type(&mut self, content_type: String) {
        if is_media_type(&content_type) {
            self.content_type = Some(content_type);
        } else {
            self.set_error("has a part whose media type is not valid; pass one such as `text/csv`");
        }
    }

    /// Adds a header.
    ///
    /// `Content-Type` replaces the media type. `Content-Disposition` is an error of the call, because the client writes it,
    /// with the name and the file name.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if name == CONTENT_DISPOSITION {
            self.set_error(
                "has a part with the header `Content-Disposition`, which the client writes; remove it, and call `Part::file_name`",
            );
        } else if name == CONTENT_TYPE {
            self.set_content_type(value.to_str().unwrap_or_default().to_owned());
        } else {
            self.headers.push((name, value));
        }
        self
    }

    fn set_error(&mut self, message: &'static str) {
        self.error.get_or_insert(message.into());
    }
}

/// Returns whether a text is a media type, possibly with parameters (RFC 9110, section 8.3.1).
fn is_media_type(text: &str) -> bool {
    let is_token = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
    };
    let essence = essence(text);
    HeaderValue::from_str(text).is_ok()
        && essence.split_once('/').is_some_and(|(ty, sub)| is_token(ty) && is_token(sub))
}

/// Returns a media type without its parameters.
pub(super) fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Prints the length only: content and names may be private.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part").field("content", &self.content).finish_non_exhaustive()
    }
}
