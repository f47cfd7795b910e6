//! The invoices of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, endpoints};
use serde::{Deserialize, Serialize};

use crate::{Page, SHOP};

/// An invoice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invoice {
    /// The name.
    pub name: String,
}

/// The invoices to list.
#[derive(Debug, Clone, Serialize)]
pub struct InvoiceFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The invoices of the shop.
#[endpoints("/api/v1/invoices", api = SHOP)]
pub trait Invoices {
    /// Returns one page of invoices.
    #[endpoint(GET, "?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Invoice>, Error>;

    /// Lists all invoices.
    #[endpoint(GET, "?<filter..>")]
    fn all(&self, filter: &InvoiceFilter) -> Pages<'_, Page<Invoice>>;

    /// Returns one invoice, or `None` on 404.
    #[endpoint(GET, "/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Invoice>, Error>;

    /// Returns one invoice, with status and headers.
    #[endpoint(GET, "/<id>", response = Invoice)]
    async fn get(&self, id: u64) -> Result<Response<Invoice>, Error>;

    /// Adds an invoice.
    #[endpoint(POST, "", body = invoice, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, invoice: &Invoice, key: Option<&str>) -> Result<Invoice, Error>;

    /// Changes the name of an invoice.
    #[endpoint(PATCH, "/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Invoice, Error>;

    /// Removes an invoice.
    #[endpoint(DELETE, "/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of an invoice from a stream.
    #[endpoint(PUT, "/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// Downloads the picture of an invoice.
    #[endpoint(GET, "/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports invoices from a file.
    #[endpoint(POST, "/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}
