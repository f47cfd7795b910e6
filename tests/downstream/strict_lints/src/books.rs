//! The books of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, Transport, endpoint};
use serde::{Deserialize, Serialize};

use crate::Page;

/// A book.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Book {
    /// The name.
    pub name: String,
}

/// The books to list.
#[derive(Debug, Clone, Serialize)]
pub struct BookFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The books of the shop.
pub trait Books: Transport {
    /// Returns one page of books.
    #[endpoint(GET, "/books?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Book>, Error>;

    /// Lists all books.
    #[endpoint(GET, "/books?<filter..>")]
    fn all(&self, filter: &BookFilter) -> Pages<'_, Page<Book>>;

    /// Returns one book, or `None` on 404.
    #[endpoint(GET, "/books/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Book>, Error>;

    /// Returns one book, with status and headers.
    #[endpoint(GET, "/books/<id>", response = Book)]
    async fn get(&self, id: u64) -> Result<Response<Book>, Error>;

    /// Adds a book.
    #[endpoint(POST, "/books", body = book, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, book: &Book, key: Option<&str>) -> Result<Book, Error>;

    /// Changes the name of a book.
    #[endpoint(PATCH, "/books/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Book, Error>;

    /// Removes a book.
    #[endpoint(DELETE, "/books/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of a book from a stream.
    #[endpoint(PUT, "/books/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// Downloads the picture of a book.
    #[endpoint(GET, "/books/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports books from a file.
    #[endpoint(POST, "/books/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}

impl<T: Transport> Books for T {}
