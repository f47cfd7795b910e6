//! The parcels of the shop.

use pivotal_runtime::{Body, Error, Multipart, Pages, Response, Transport, endpoint};
use serde::{Deserialize, Serialize};

use crate::Page;

/// A parcel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Parcel {
    /// The name.
    pub name: String,
}

/// The parcels to list.
#[derive(Debug, Clone, Serialize)]
pub struct ParcelFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The parcels of the shop.
pub trait Parcels: Transport {
    /// Returns one page of parcels.
    #[endpoint(GET, "/parcels?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Parcel>, Error>;

    /// Lists all parcels.
    #[endpoint(GET, "/parcels?<filter..>")]
    fn all(&self, filter: &ParcelFilter) -> Pages<'_, Page<Parcel>>;

    /// Returns one parcel, or `None` on 404.
    #[endpoint(GET, "/parcels/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Parcel>, Error>;

    /// Returns one parcel, with status and headers.
    #[endpoint(GET, "/parcels/<id>", response = Parcel)]
    async fn get(&self, id: u64) -> Result<Response<Parcel>, Error>;

    /// Adds a parcel.
    #[endpoint(POST, "/parcels", body = parcel, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, parcel: &Parcel, key: Option<&str>) -> Result<Parcel, Error>;

    /// Changes the name of a parcel.
    #[endpoint(PATCH, "/parcels/<id>", body = name, header("If-Match") = etag)]
    async fn rename(&self, id: impl Into<u64>, name: impl AsRef<str>, etag: &[&str]) -> Result<Parcel, Error>;

    /// Removes a parcel.
    #[endpoint(DELETE, "/parcels/<id>", response = (), success = [200, 204])]
    async fn delete(&self, id: u64);

    /// Uploads the picture of a parcel from a stream.
    #[endpoint(PUT, "/parcels/<id>/picture", stream = picture, header("Content-Type") = "image/png")]
    async fn draw(&self, id: u64, picture: Body) -> Result<(), Error>;

    /// Downloads the picture of a parcel.
    #[endpoint(GET, "/parcels/<id>/<path..>", header("Accept") = "*/*", auth = none)]
    async fn picture(&self, id: u64, path: &str) -> Result<Body, Error>;

    /// Imports parcels from a file.
    #[endpoint(POST, "/parcels/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}

impl<T: Transport> Parcels for T {}
