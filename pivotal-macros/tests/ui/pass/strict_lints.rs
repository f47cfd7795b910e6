//! The lints of a strict crate. `tests/downstream/strict_lints` has those of clippy.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unused,
    rust_2018_idioms,
    unreachable_pub,
    unused_qualifications,
    unused_lifetimes,
    single_use_lifetimes,
    unnameable_types,
    let_underscore_drop,
    elided_lifetimes_in_paths,
    trivial_casts,
    non_ascii_idents,
    variant_size_differences
)]
#![forbid(unsafe_code)]

use pivotal_runtime::{BlockingTransport, DynTransport, Error, Multipart, Next, Pages, Paginated, Transport, endpoint, endpoints};

/// A page.
#[derive(Debug, serde::Deserialize)]
pub struct Feed {
    entries: Vec<u32>,
}

impl Paginated for Feed {
    type Item = u32;

    fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
        Next::end()
    }

    fn into_items(self) -> Vec<u32> {
        self.entries
    }
}

/// A store.
pub trait Store: Transport {
    /// One item.
    #[endpoint(GET, "/items/<id>?<tag>&<fields..>")]
    async fn item(&self, id: u64, tag: Option<&str>, fields: &[(&str, u8)]) -> Result<Option<u32>, Error>;

    /// Writes.
    #[endpoint(PUT, "/items/<id>", body = item, header("X-Owner") = owner, response = (), success = [200, 201])]
    async fn put(&self, id: impl Into<u64>, item: &str, owner: impl AsRef<str>);

    /// Uploads.
    #[endpoint(POST, "/items", multipart = form, error = String)]
    async fn upload(&self, form: Multipart) -> Result<String, Error>;
}
impl<T: Transport> Store for T {}

/// Hidden.
pub trait Hidden: DynTransport {
    /// One item.
    #[endpoint(GET, "/items/<id>")]
    async fn hidden(&self, id: u64) -> Result<u32, Error>;

    /// Writes.
    #[endpoint(PUT, "/items/<id>", body = item)]
    async fn write<'a>(&'a self, id: u64, item: &'a str) -> Result<u32, Error>;

    /// All items.
    #[endpoint(GET, "/items")]
    fn items(&self) -> Pages<'_, Feed>;
}
impl<T: DynTransport> Hidden for T {}

/// Waiting.
#[endpoints("/api", transport = BlockingTransport)]
pub trait Waiting {
    /// One item.
    #[endpoint(GET, "/items/<id>")]
    fn waited(&self, id: u64) -> Result<u32, Error>;
}

/// Starts.
fn main() {
    println!("{}", <pivotal_runtime::Client as Listed>::ENDPOINTS.len());
}

/// Listed.
#[endpoints("/api")]
pub trait Listed {
    /// One item.
    #[endpoint(GET, "/items/<id>")]
    async fn listed(&self, id: u64) -> Result<u32, Error>;
}
