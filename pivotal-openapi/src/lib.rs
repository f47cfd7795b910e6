//! Generates declarations of HTTP APIs from `OpenAPI` documents, and checks declarations against them.

mod contract;
mod document;
mod types;

pub use crate::document::{Document, LoadError, Place, Version};
