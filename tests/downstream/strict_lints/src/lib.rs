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
