//! The orders of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, endpoints};
use serde::{Deserialize, Serialize};

use crate::Page;

/// An order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    /// The name.
    pub name: String,
}

/// The orders to list.
#[derive(Debug, Clone, Serialize)]
pub struct OrderFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The orders of the shop.
#[endpoints("/api/v1")]
pub trait Orders {
    /// Returns one page of orders.
    #[endpoint(GET, "/orders?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Order>, Error>;

    /// Lists all orders.
    #[endpoint(GET, "/orders?<filter..>")]
    fn all(&self, filter: &OrderFilter) -> Pages<'_, Page<Order>>;

    /// Returns one order, or `None` on 404.
    #[endpoint(GET, "/orders/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Order>, Error>;

    /// Returns one order, with status and headers.
    #[endpoint(GET, "/orders/<id>", response = Order)]
    async fn get(&self, id: u64) -> Result<Response<Order>, Error>;

    /// Adds an order.
    #[endpoint(POST, "/orders", body = order, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, order: &Order, key: Option<&str>) -> Result<Order, Error>;

    /// Changes the name of an order.
    #[endpoint(PATCH, "/orders/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Order, Error>;

    /// Removes an order.
    #[endpoint(DELETE, "/orders/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of an order from a stream.
    #[endpoint(PUT, "/orders/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// Downloads the picture of an order.
    #[endpoint(GET, "/orders/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports orders from a file.
    #[endpoint(POST, "/orders/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}
