//! The response to a conditional request.

/// The value of a response to a conditional request, or `NotModified`.
///
/// It is a return type of methods. 304 (RFC 9110, section 15.4.5) is `NotModified`. A 404 is an error, or `Modified(None)` in
/// a `Conditional<Option<T>>`. A success with an empty body is decoded like any other.
///
/// [`Response<Conditional<T>>`](crate::Response) has the headers, too, for the next `ETag`.
///
/// ```
/// use pivotal_runtime::{Conditional, Error, Response, Transport, endpoint};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// pub struct Package {
///     pub name: String,
/// }
///
/// pub trait Registry: Transport {
///     #[endpoint(GET, "/<name>", header("If-None-Match") = etag)]
///     async fn package(&self, name: &str, etag: Option<&str>) -> Result<Response<Conditional<Package>>, Error>;
/// }
/// impl<T: Transport> Registry for T {}
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a resource changed or not")]
pub enum Conditional<T> {
    /// The resource changed. This is its new value.
    Modified(T),
    /// The resource did not change: status 304.
    NotModified,
}

impl<T> Conditional<T> {
    /// Returns the value; `None` if it did not change.
    pub fn modified(self) -> Option<T> {
        match self {
            Self::Modified(value) => Some(value),
            Self::NotModified => None,
        }
    }

    /// Returns whether the value did not change.
    #[must_use]
    pub fn is_not_modified(&self) -> bool {
        matches!(self, Self::NotModified)
    }
}
