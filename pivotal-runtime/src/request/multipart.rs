//! Multipart bodies.

mod concatenated;
mod encode;
mod part;

use std::fmt;

use crate::Body;
use crate::request::parameter::JsonBody;

pub use self::part::Part;

/// A form of named parts, such as an upload: `multipart/form-data` (RFC 7578).
///
/// ```
/// use pivotal_runtime::{Error, Multipart, Part, Transport, endpoint};
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
///
/// async fn upload_file(client: &impl Files) -> Result<(), Box<dyn std::error::Error>> {
///     let video = Part::from_path("intro.mp4")?.content_type("video/mp4");
///     client.upload(Multipart::new().text("title", "Intro").part("video", video)).await?;
///     Ok(())
/// }
/// ```
///
/// If all parts are in memory, the body is in memory, and can be retried. If a part is a stream, the body is a stream, and is
/// sent at most once.
///
/// Its length is sent as `Content-Length` if the lengths of all parts are known. Otherwise, the body is sent in chunks. A
/// stream that is longer or shorter than its length fails the call.
///
/// A part that cannot be encoded, such as one with an invalid media type, fails the call before anything is sent.
#[derive(Default)]
pub struct Multipart {
    is_related: bool,
    parts: Vec<NamedPart>,
}

struct NamedPart {
    /// `None` in `multipart/related`.
    name: Option<String>,
    part: Part,
}

impl Multipart {
    /// Creates a form without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a body of parts without names: `multipart/related` (RFC 2387).
    ///
    /// Its `Content-Type` contains the media type of the first part. The parts have no `Content-Disposition`, so no file name
    /// is sent. The media type of a part is `application/octet-stream` unless it is set.
    ///
    /// ```
    /// use pivotal_runtime::{Multipart, Part};
    /// use serde_json::json;
    ///
    /// # fn body() -> std::io::Result<Multipart> {
    /// let photo = Part::from_path("photo.jpg")?.content_type("image/jpeg");
    /// let body = Multipart::related([Part::json(&json!({ "name": "photo.jpg" })), photo]);
    /// # Ok(body)
    /// # }
    /// ```
    #[must_use]
    pub fn related(parts: impl IntoIterator<Item = Part>) -> Self {
        let parts = parts.into_iter().map(|part| NamedPart { name: None, part }).collect();
        Self { is_related: true, parts }
    }

    /// Adds a text field.
    #[must_use]
    pub fn text(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.push(name.into(), Part::with_body(value.into().into()))
    }

    /// Adds a field with JSON, of the media type `application/json`.
    #[must_use]
    pub fn json(self, name: impl Into<String>, value: &(impl JsonBody + ?Sized)) -> Self {
        self.push(name.into(), Part::json(value))
    }

    /// Adds a file.
    ///
    /// The arguments are the name of the field, the name of the file, its media type and its content, in memory or as a
    /// stream.
    #[must_use]
    pub fn file(
        self,
        name: impl Into<String>,
        file_name: impl Into<String>,
        content_type: impl Into<String>,
        content: impl Into<Body>,
    ) -> Self {
        self.push(name.into(), Part::new(content).file_name(file_name).content_type(content_type))
    }

    /// Adds a part with this name.
    #[must_use]
    pub fn part(self, name: impl Into<String>, part: Part) -> Self {
        self.push(name.into(), part)
    }

    fn push(mut self, name: String, part: Part) -> Self {
        self.parts.push(NamedPart { name: Some(name), part });
        self
    }
}

/// Prints the number of parts only: their content may be private.
impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Multipart({} parts)", self.parts.len())
    }
}
