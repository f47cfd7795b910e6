// Attributes of a method are kept.
#![deny(missing_docs, unused_must_use)]
//! A crate.

use pivotal_runtime::{Error, Transport, endpoint};

/// A store.
pub trait Store: Transport {
    /// One item.
    ///
    /// ```ignore
    /// store.item(1).await?;
    /// ```
    #[endpoint(GET, "/items/<id>")]
    #[doc(alias = "get")]
    async fn item(&self, id: u64) -> Result<u32, Error>;

    /// Not compiled. Its types do not exist.
    #[cfg(any())]
    #[endpoint(GET, "/other/<id>")]
    async fn other(&self, id: Missing) -> Result<Missing, Error>;

    #[allow(missing_docs)]
    #[deprecated(note = "use `item`")]
    #[endpoint(GET, "/old/<id>")]
    async fn old(&self, id: u64) -> Result<u32, Error>;
}

impl<C: Transport> Store for C {}

#[allow(deprecated, reason = "that it is deprecated shows that the attribute is there")]
fn call(client: &impl Store) {
    drop(client.old(1));
}

/// Starts.
fn main() {}
