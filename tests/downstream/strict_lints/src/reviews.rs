//! The reviews of the shop.

use pivotal_runtime::{DynTransport, Multipart, Page, Pages, Response, endpoint};
use serde::{Deserialize, Serialize};

use crate::BoxFuture;

/// A review.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Review {
    /// Its name.
    pub name: String,
}

/// Which reviews are listed.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewFilter {
    /// Those with this name.
    pub name: Option<String>,
}

/// The reviews of the shop.
pub trait Reviews: DynTransport {
    /// One page of reviews.
    #[endpoint(GET, "/reviews?<limit>&<cursor>&sort=name")]
    fn page(&self, limit: u32, cursor: Option<&str>) -> BoxFuture<'_, Page<Review>>;

    /// All reviews, page after page.
    #[endpoint(GET, "/reviews?<filter..>")]
    fn all(&self, filter: &ReviewFilter) -> Pages<'_, Review>;

    /// One review, or `None` if there is none.
    #[endpoint(GET, "/reviews/<id>")]
    fn find(&self, id: u64) -> BoxFuture<'_, Option<Review>>;

    /// One review, with status and headers.
    #[endpoint(GET, "/reviews/<id>", response = Review)]
    fn get(&self, id: u64) -> BoxFuture<'_, Response<Review>>;

    /// Adds a review.
    #[endpoint(POST, "/reviews", body = review, header("Idempotency-Key") = key, success = 201)]
    fn create(&self, review: &Review, key: Option<&str>) -> BoxFuture<'_, Review>;

    /// Changes a review.
    #[endpoint(PATCH, "/reviews/<id>", form = review, header("If-Match") = etag)]
    fn change(&self, id: u64, review: &Review, etag: Option<&str>) -> BoxFuture<'_, Review>;

    /// Removes a review.
    #[endpoint(DELETE, "/reviews/<id>", success = [200, 204])]
    fn delete(&self, id: u64) -> BoxFuture<'_, ()>;

    /// The note on a review.
    #[endpoint(GET, "/reviews/<id>/note")]
    fn note(&self, id: u64) -> BoxFuture<'_, String>;

    /// Writes the note on a review.
    #[endpoint(PUT, "/reviews/<id>/note", text = note)]
    fn annotate(&self, id: u64, note: &str) -> BoxFuture<'_, ()>;

    /// Imports reviews from a file.
    #[endpoint(POST, "/reviews/import", multipart = form, error = Vec<String>)]
    fn import(&self, form: Multipart) -> BoxFuture<'_, u64>;
}

impl<T: DynTransport> Reviews for T {}
