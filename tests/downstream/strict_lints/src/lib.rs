//! A hundred endpoints in a crate with strict lints, which the output of the macros must pass. The traits are written
//! out, since lints skip the output of a `macro_rules!`.
#![deny(warnings, missing_docs)]
#![warn(clippy::pedantic)]

pub mod authors;
pub mod books;
pub mod invoices;
pub mod members;
pub mod orders;
pub mod parcels;
pub mod reviews;
pub mod shelves;
pub mod suppliers;
pub mod vouchers;

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Next, Paginated, Sent};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The HTTP conventions of the shop.
pub static SHOP: Api = Api::new().base_url("https://shop.example").error::<String>();

/// One page of a list.
#[derive(Debug, Clone, Deserialize)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// The cursor of the next page.
    pub next: Option<String>,
}

impl<T: DeserializeOwned> Paginated for Page<T> {
    type Item = T;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("cursor", self.next.as_deref())
    }

    fn into_items(self) -> Vec<T> {
        self.items
    }
}
