//! A hundred endpoints, under lints that a strict crate turns on: what the macro writes must pass them. Written out,
//! since lints look away from what a `macro_rules!` writes.
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

use pivotal_runtime::{Api, Next, Paginated};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The HTTP conventions of the shop.
pub static SHOP: Api = Api::new().base_url("https://shop.example").error::<String>();

/// One page of a list.
#[derive(Debug, Clone, Deserialize)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page starts.
    pub next: Option<String>,
}

impl<T: DeserializeOwned> Paginated for Page<T> {
    type Item = T;

    fn next(&self) -> Next {
        Next::cursor(self.next.as_deref())
    }

    fn into_items(self) -> Vec<T> {
        self.items
    }
}
