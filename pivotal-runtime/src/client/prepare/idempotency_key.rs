//! The idempotency key of a request.

use http::header::{Entry, HeaderMap, HeaderName, HeaderValue};

use super::invalid;
use crate::client::Settings;
use crate::headers::IDEMPOTENCY_KEY;
use crate::random::uuid;
use crate::{Api, Error};

/// The maximum length of an idempotency key in bytes. Servers store keys, and reject longer ones.
const MAX_KEY: usize = 255;

/// Returns the header for the idempotency key: that of the API or, for a key of the caller, `Idempotency-Key`.
pub(super) fn key_header(settings: &Settings, api: Option<&Api>, is_given: bool) -> Option<HeaderName> {
    let of_api =
        if settings.api.is_some() { settings.idempotency_key.clone() } else { api.and_then(Api::idempotency_key) };
    of_api.or_else(|| is_given.then_some(IDEMPOTENCY_KEY))
}

/// Adds the key of the options, keeps that of the declaration, or creates one for this call. Returns whether there is a key.
pub(super) fn add_key(
    headers: &mut HeaderMap,
    name: &HeaderName,
    given: Option<&str>,
    is_created: bool,
) -> Result<bool, Error> {
    let Ok(given) = given.map(HeaderValue::from_str).transpose() else {
        return Err(invalid("has an idempotency key that is not allowed in a header; use visible ASCII characters"));
    };
    let create =
        || uuid().map_err(|error| Error::config("the operating system returned no random numbers").with_source(error));
    let length = match (headers.entry(name), given) {
        (Entry::Occupied(mut declared), Some(given)) => {
            declared.insert(given);
            declared.get().len()
        }
        (Entry::Occupied(declared), None) => declared.get().len(),
        (Entry::Vacant(vacant), Some(given)) => vacant.insert(given).len(),
        (Entry::Vacant(vacant), None) if is_created => vacant.insert(create()?).len(),
        (Entry::Vacant(_), None) => return Ok(false),
    };
    match length {
        0 => Err(invalid("has an empty idempotency key; leave it out, and the client creates one")),
        1..=MAX_KEY => Ok(true),
        _ => Err(invalid("has an idempotency key of more than 255 bytes; shorten it")),
    }
}
