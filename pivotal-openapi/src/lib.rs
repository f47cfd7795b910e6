#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod check;
mod contract;
mod document;
#[allow(clippy::similar_names, reason = "a type and the types")]
mod generate;
#[allow(clippy::similar_names, reason = "a type and the types")]
mod types;

pub use crate::check::{Check, Disagreement, Kind, SourceError};
pub use crate::document::{Document, LoadError, Place, Version};
pub use crate::generate::{Difference, Generated, Generator, Omission, WriteError};
