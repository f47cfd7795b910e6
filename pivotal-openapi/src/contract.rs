//! The contract of a document: its operations, with references resolved and defaults filled in.

mod media;
mod members;
mod operation;
mod parameter;
mod response;
mod security;

pub(crate) use self::media::Media;
pub(crate) use self::members::{Kind, mistyped};
pub(crate) use self::operation::{Operation, RequestBody, operations, operations_where};
pub(crate) use self::parameter::{Location, Parameter, Style};
pub(crate) use self::response::{Response, Status};
pub(crate) use self::security::{Scheme, Security, schemes};

use crate::document::Place;

/// A part of a document that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) place: Place,
    /// The fault, and its fix.
    pub(crate) message: String,
}

impl Problem {
    pub(crate) fn new(place: &Place, message: impl Into<String>) -> Self {
        Self { place: place.clone(), message: message.into() }
    }
}
