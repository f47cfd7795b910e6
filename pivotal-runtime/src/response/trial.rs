//! Tries out how a type is deserialized.

use serde::de::DeserializeOwned;
use serde_json::Error;

use super::BodyDeserializer;
use super::accept::{Probe, Reads};

/// One trial of a type, and its result.
#[derive(Debug)]
#[non_exhaustive]
pub enum Trial<'a> {
    /// Finds out what the type reads first.
    Reads(Reads),
    /// Decodes a body, and keeps the error if that fails.
    Decode(BodyDeserializer<'a>, Option<Error>),
}

/// Tries a type.
pub(crate) type TryType = fn(&mut Trial<'_>);

// One function for both, since it is compiled for each type. Values have names, since that saves the code that drops a `Result`.
pub(crate) fn try_type<T: DeserializeOwned>(trial: &mut Trial<'_>) {
    match trial {
        Trial::Reads(reads) => match T::deserialize(Probe) {
            Ok(_value) => {}
            Err(found) => *reads = found,
        },
        Trial::Decode(body, error) => match T::deserialize(*body) {
            Ok(_value) => {}
            Err(found) => *error = Some(found),
        },
    }
}

/// Returns what a type reads first.
pub(crate) fn reads(try_type: TryType) -> Reads {
    let mut trial = Trial::Reads(Reads::Value);
    try_type(&mut trial);
    match trial {
        Trial::Reads(reads) => reads,
        Trial::Decode(..) => Reads::Value,
    }
}

/// Returns whether a type has a value for a missing body. A stream has none.
pub(crate) fn accepts_missing(try_type: TryType) -> bool {
    let mut trial = Trial::Decode(BodyDeserializer::MISSING, None);
    try_type(&mut trial);
    matches!(trial, Trial::Decode(_, None))
}

/// Returns the error of decoding a body, if there is one.
pub(crate) fn decode_failure(try_type: TryType, body: BodyDeserializer<'_>) -> Option<Error> {
    let mut trial = Trial::Decode(body, None);
    try_type(&mut trial);
    match trial {
        Trial::Decode(_, error) => error,
        Trial::Reads(_) => None,
    }
}
