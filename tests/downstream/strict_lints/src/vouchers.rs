//! The vouchers of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, Transport, endpoint};
use serde::{Deserialize, Serialize};

use crate::Page;

/// A voucher.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Voucher {
    /// The name.
    pub name: String,
}

/// The vouchers to list.
#[derive(Debug, Clone, Serialize)]
pub struct VoucherFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The vouchers of the shop.
pub trait Vouchers: Transport {
    /// Returns one page of vouchers.
    #[endpoint(GET, "/vouchers?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Voucher>, Error>;

    /// Lists all vouchers.
    #[endpoint(GET, "/vouchers?<filter..>")]
    fn all(&self, filter: &VoucherFilter) -> Pages<'_, Page<Voucher>>;

    /// Returns one voucher, or `None` on 404.
    #[endpoint(GET, "/vouchers/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Voucher>, Error>;

    /// Returns one voucher, with status and headers.
    #[endpoint(GET, "/vouchers/<id>", response = Voucher)]
    async fn get(&self, id: u64) -> Result<Response<Voucher>, Error>;

    /// Adds a voucher.
    #[endpoint(POST, "/vouchers", body = voucher, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, voucher: &Voucher, key: Option<&str>) -> Result<Voucher, Error>;

    /// Changes the name of a voucher.
    #[endpoint(PATCH, "/vouchers/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Voucher, Error>;

    /// Removes a voucher.
    #[endpoint(DELETE, "/vouchers/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of a voucher from a stream.
    #[endpoint(PUT, "/vouchers/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// Downloads the picture of a voucher.
    #[endpoint(GET, "/vouchers/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports vouchers from a file.
    #[endpoint(POST, "/vouchers/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}

impl<T: Transport> Vouchers for T {}
