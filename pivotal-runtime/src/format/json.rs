//! The default format.

use http::HeaderValue;
use serde::de::DeserializeOwned;

use super::Format;
use crate::DecodeError;
use crate::response::decode::Reason;
use crate::response::{BodyDeserializer, Reads, try_type};

/// The default [`Format`]: JSON (RFC 8259).
///
/// Texts and bytes are read as they are. A format of your own can call it:
///
/// ```
/// use pivotal_runtime::{Format, Json};
///
/// let numbers: Vec<u8> = Json::decode(b"[1, 2, 3]")?;
/// assert_eq!(numbers, [1, 2, 3]);
/// assert_eq!(Json::encode(&numbers).unwrap(), b"[1,2,3]");
/// # Ok::<(), pivotal_runtime::DecodeError>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Json;

impl Format for Json {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Self::decode_body(BodyDeserializer::json_bytes(body))
    }

    // Code that names `T` is compiled for each type, in the user's crate. So there is little of it, without closures and `?`,
    // which are functions of their own until they are optimised.

    fn decode_body<T: DeserializeOwned>(body: BodyDeserializer<'_>) -> Result<T, DecodeError> {
        // An `Option` decides whether it is `None` before its type is known.
        if let Some(raw) = body.raw_option()
            && let Ok(value) = T::deserialize(raw)
        {
            return Ok(value);
        }
        match T::deserialize(body) {
            Ok(value) => Ok(value),
            Err(error) => Err(DecodeError::new(body, &error, try_type::<T>)),
        }
    }

    // The error is not shown, so its reason is not searched for.
    fn decode_error_body<T: DeserializeOwned>(body: BodyDeserializer<'_>) -> Result<T, DecodeError> {
        match T::deserialize(body) {
            Ok(value) => Ok(value),
            Err(_) => Err(DecodeError(Reason::Unreadable("".into()))),
        }
    }

    fn accept(reads: Reads) -> HeaderValue {
        reads.accept_json()
    }
}
