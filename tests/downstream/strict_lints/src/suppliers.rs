//! The suppliers of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, endpoints};
use serde::{Deserialize, Serialize};

use crate::Page;

/// A supplier.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Supplier {
    /// The name.
    pub name: String,
}

/// The suppliers to list.
#[derive(Debug, Clone, Serialize)]
pub struct SupplierFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The suppliers of the shop.
#[endpoints("/api/v1")]
pub trait Suppliers {
    /// Returns one page of suppliers.
    #[endpoint(GET, "/suppliers?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Supplier>, Error>;

    /// Lists all suppliers.
    #[endpoint(GET, "/suppliers?<filter..>")]
    fn all(&self, filter: &SupplierFilter) -> Pages<'_, Page<Supplier>>;

    /// Returns one supplier, or `None` on 404.
    #[endpoint(GET, "/suppliers/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Supplier>, Error>;

    /// Returns one supplier, with status and headers.
    #[endpoint(GET, "/suppliers/<id>", response = Supplier)]
    async fn get(&self, id: u64) -> Result<Response<Supplier>, Error>;

    /// Adds a supplier.
    #[endpoint(POST, "/suppliers", body = supplier, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, supplier: &Supplier, key: Option<&str>) -> Result<Supplier, Error>;

    /// Changes the name of a supplier.
    #[endpoint(PATCH, "/suppliers/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Supplier, Error>;

    /// Removes a supplier.
    #[endpoint(DELETE, "/suppliers/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of a supplier from a stream.
    #[endpoint(PUT, "/suppliers/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// Downloads the picture of a supplier.
    #[endpoint(GET, "/suppliers/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports suppliers from a file.
    #[endpoint(POST, "/suppliers/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}
