//! Generates declarations of HTTP APIs from `OpenAPI` documents, and checks declarations against them.

#![expect(clippy::similar_names, reason = "`type_` is one of `types`")]

mod check;
mod contract;
mod document;
mod generate;
mod types;

pub use crate::check::{Check, Disagreement, Kind, SourceError};
pub use crate::document::{Document, LoadError, Place, Version};
pub use crate::generate::{Difference, Generated, Generator, Omission, WriteError};
