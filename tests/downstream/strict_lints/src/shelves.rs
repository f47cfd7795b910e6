//! The shelves of the shop.

use pivotal_runtime::{BlockingTransport, Error, Multipart, Response, endpoint};
use serde::{Deserialize, Serialize};

use crate::Page;

/// A shelf.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shelf {
    /// The name.
    pub name: String,
}

/// The shelves to list.
#[derive(Debug, Clone, Serialize)]
pub struct ShelfFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The shelves of the shop.
pub trait Shelves: BlockingTransport {
    /// Returns one page of shelves.
    #[endpoint(GET, "/shelves?<limit>&<cursor>&sort=name")]
    fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Shelf>, Error>;

    /// The number of shelves.
    #[endpoint(GET, "/shelves/count?<filter..>")]
    fn count(&self, filter: &ShelfFilter) -> Result<u64, Error>;

    /// Returns one shelf, or `None` on 404.
    #[endpoint(GET, "/shelves/<id>")]
    fn find(&self, id: u64) -> Result<Option<Shelf>, Error>;

    /// Returns one shelf, with status and headers.
    #[endpoint(GET, "/shelves/<id>", response = Shelf)]
    fn get(&self, id: u64) -> Result<Response<Shelf>, Error>;

    /// Adds a shelf.
    #[endpoint(POST, "/shelves", body = shelf, header("Idempotency-Key") = key, success = 201)]
    fn create(&self, shelf: &Shelf, key: Option<&str>) -> Result<Shelf, Error>;

    /// Changes a shelf.
    #[endpoint(PATCH, "/shelves/<id>", form = shelf, header("If-Match") = etag)]
    fn change(&self, id: u64, shelf: &Shelf, etag: Option<&str>) -> Result<Shelf, Error>;

    /// Removes a shelf.
    #[endpoint(DELETE, "/shelves/<id>", success = [200, 204])]
    fn delete(&self, id: u64) -> Result<(), Error>;

    /// The note on a shelf.
    #[endpoint(GET, "/shelves/<id>/note")]
    fn note(&self, id: u64) -> Result<String, Error>;

    /// Writes the note on a shelf.
    #[endpoint(PUT, "/shelves/<id>/note", text = note)]
    fn annotate(&self, id: u64, note: &str) -> Result<(), Error>;

    /// Imports shelves from a file.
    #[endpoint(POST, "/shelves/import", multipart = form, error = Vec<String>)]
    fn import(&self, form: Multipart) -> Result<u64, Error>;
}

impl<T: BlockingTransport> Shelves for T {}
