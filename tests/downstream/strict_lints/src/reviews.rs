//! The reviews of the shop.

use pivotal_runtime::{DynTransport, Error, Multipart, Pages, Response, endpoint};
use serde::{Deserialize, Serialize};

use crate::Page;

/// A review.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Review {
    /// The name.
    pub name: String,
}

/// The reviews to list.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewFilter {
    /// Only those with this name.
    pub name: Option<String>,
}

/// The reviews of the shop.
pub trait Reviews: DynTransport {
    /// Returns one page of reviews.
    #[endpoint(GET, "/reviews?<limit>&<cursor>&sort=name")]
    async fn page(&self, limit: u32, cursor: Option<&str>) -> Result<Page<Review>, Error>;

    /// Lists all reviews.
    #[endpoint(GET, "/reviews?<filter..>")]
    fn all(&self, filter: &ReviewFilter) -> Pages<'_, Page<Review>>;

    /// Returns one review, or `None` on 404.
    #[endpoint(GET, "/reviews/<id>")]
    async fn find(&self, id: u64) -> Result<Option<Review>, Error>;

    /// Returns one review, with status and headers.
    #[endpoint(GET, "/reviews/<id>", response = Review)]
    async fn get(&self, id: u64) -> Result<Response<Review>, Error>;

    /// Adds a review.
    #[endpoint(POST, "/reviews", body = review, header("Idempotency-Key") = key, success = 201)]
    async fn create(&self, review: &Review, key: Option<&str>) -> Result<Review, Error>;

    /// Changes a review.
    #[endpoint(PATCH, "/reviews/<id>", form = review, header("If-Match") = etag)]
    async fn change(&self, id: u64, review: &Review, etag: Option<&str>) -> Result<Review, Error>;

    /// Removes a review.
    #[endpoint(DELETE, "/reviews/<id>", success = [200, 204])]
    async fn delete(&self, id: u64) -> Result<(), Error>;

    /// The note on a review.
    #[endpoint(GET, "/reviews/<id>/note")]
    async fn note(&self, id: u64) -> Result<String, Error>;

    /// Writes the note on a review.
    #[endpoint(PUT, "/reviews/<id>/note", text = note)]
    async fn annotate(&self, id: u64, note: &str) -> Result<(), Error>;

    /// Imports reviews from a file.
    #[endpoint(POST, "/reviews/import", multipart = form, error = Vec<String>)]
    async fn import(&self, form: Multipart) -> Result<u64, Error>;
}

impl<T: DynTransport> Reviews for T {}
