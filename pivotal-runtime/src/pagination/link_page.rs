//! Pages without a wrapper.

use http::response::Parts;
use serde::{Deserialize, Serialize};

use super::{Next, Paginated, Sent};

/// A page that is an array, with the next page in a `Link` header (RFC 8288).
///
/// GitHub and GitLab have such pages.
///
/// ```
/// use pivotal_runtime::{LinkPage, Pages, Transport, endpoint};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// pub struct Issue {
///     pub title: String,
/// }
///
/// pub trait Issues: Transport {
///     #[endpoint(GET, "/repos/<owner>/<repo>/issues?<per_page>")]
///     fn issues(&self, owner: &str, repo: &str, per_page: u8) -> Pages<'_, LinkPage<Issue>>;
/// }
/// impl<T: Transport> Issues for T {}
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[expect(clippy::exhaustive_structs, reason = "an array has no other parts")]
pub struct LinkPage<T>(
    /// The items.
    pub Vec<T>,
);

impl<T: serde::de::DeserializeOwned> Paginated for LinkPage<T> {
    type Item = T;

    fn next(&self, head: &Parts, _: &Sent<'_>) -> Next {
        Next::link(head)
    }

    fn into_items(self) -> Vec<T> {
        self.0
    }
}
