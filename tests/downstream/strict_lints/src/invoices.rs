//! The invoices of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, endpoints};
use serde::{Deserialize, Serialize};

use crate::{Page, SHOP};

/// An invoice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invoice {
    /// Its name.
    pub name: String,
}

/// Which invoices are listed.
#[derive(Debug, Clone, Serialize)]
pub struct InvoiceFilter {
    /// Those with this name.
    pub name: Option<String>,
}

/// The invoices of the shop.
#[endpoints("/api/v1", api = SHOP)]
pub trait Invoices {
    /// One page of invoices.
    #[endpoint(GET, "/invoices?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Invoice>, Error>;

    /// All invoices, page after page.
    #[endpoint(GET, "/invoices?<filter..>")]
    fn all(&self, filter: &InvoiceFilter) -> Pages<'_, Page<Invoice>>;

    /// One invoice, or `None` if there is none.
    #[endpoint(GET, "/invoices/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Invoice>, Error>;

    /// One invoice, with status and headers.
    #[endpoint(GET, "/invoices/<id>", response = Invoice)]
    async fn get(&self, id: u64) -> Result<Response<Invoice>, Error>;

    /// Adds an invoice.
    #[endpoint(POST, "/invoices", body = invoice, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, invoice: &Invoice, key: Option<&str>) -> Result<Invoice, Error>;

    /// Changes the name of an invoice.
    #[endpoint(PATCH, "/invoices/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Invoice, Error>;

    /// Removes an invoice.
    #[endpoint(DELETE, "/invoices/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of an invoice, as it is read.
    #[endpoint(PUT, "/invoices/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// The picture of an invoice.
    #[endpoint(GET, "/invoices/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports invoices from a file.
    #[endpoint(POST, "/invoices/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}
