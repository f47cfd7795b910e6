//! The authors of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, Transport, endpoint};
use serde::{Deserialize, Serialize};

use crate::Page;

/// An author.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Author {
    /// The name.
    pub name: String,
}

/// The authors to list.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The authors of the shop.
pub trait Authors: Transport {
    /// Returns one page of authors.
    #[endpoint(GET, "/authors?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Author>, Error>;

    /// Lists all authors.
    #[endpoint(GET, "/authors?<filter..>")]
    fn all(&self, filter: &AuthorFilter) -> Pages<'_, Page<Author>>;

    /// Returns one author, or `None` on 404.
    #[endpoint(GET, "/authors/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Author>, Error>;

    /// Returns one author, with status and headers.
    #[endpoint(GET, "/authors/<id>", response = Author)]
    async fn get(&self, id: u64) -> Result<Response<Author>, Error>;

    /// Adds an author.
    #[endpoint(POST, "/authors", body = author, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, author: &Author, key: Option<&str>) -> Result<Author, Error>;

    /// Changes the name of an author.
    #[endpoint(PATCH, "/authors/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Author, Error>;

    /// Removes an author.
    #[endpoint(DELETE, "/authors/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of an author from a stream.
    #[endpoint(PUT, "/authors/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// Downloads the picture of an author.
    #[endpoint(GET, "/authors/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports authors from a file.
    #[endpoint(POST, "/authors/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}

impl<T: Transport> Authors for T {}
