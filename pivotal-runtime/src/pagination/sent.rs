//! The request of a page.

use std::fmt;

use serde::de::DeserializeOwned;

use super::body_field;
use crate::Request;

/// The request that a page responds to, for [`Paginated::next`](crate::Paginated::next).
#[derive(Clone, Copy)]
pub struct Sent<'a> {
    request: &'a Request,
}

impl<'a> Sent<'a> {
    pub(super) fn new(request: &'a Request) -> Self {
        Self { request }
    }

    /// Returns the value of the first query pair with this key.
    #[must_use]
    pub fn query(&self, key: &str) -> Option<String> {
        self.request.query(key)
    }

    /// Returns a field of the JSON body.
    ///
    /// `page.size` is the field `size` of the object in `page`. The result is `None` if the field is missing, or of another
    /// type.
    #[must_use]
    pub fn body_field<T: DeserializeOwned>(&self, path: &str) -> Option<T> {
        let body = self.request.body()?.as_bytes()?;
        serde_json::from_str(body_field::get(body, path)?.get()).ok()
    }
}

impl fmt::Debug for Sent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Sent").field(self.request).finish()
    }
}
