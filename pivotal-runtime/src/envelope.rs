//! The error envelope of the Pivotal API.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

/// `{"error": {"type", "code", "message", "field"?}}` (Pivotal API, Errors).
///
/// Each part is `None` when it is absent or not a string: an error must not be lost because one of its
/// parts is odd.
#[derive(Deserialize)]
pub(crate) struct Envelope {
    #[serde(default, rename = "type", deserialize_with = "text")]
    pub(crate) error_type: Option<String>,
    #[serde(default, deserialize_with = "text")]
    pub(crate) code: Option<String>,
    #[serde(default, deserialize_with = "text")]
    pub(crate) message: Option<String>,
    #[serde(default, deserialize_with = "text")]
    pub(crate) field: Option<String>,
}

impl Envelope {
    /// Reads the envelope, or `None` where the body is none.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        #[derive(Deserialize)]
        struct Outer {
            error: Envelope,
        }
        serde_json::from_slice::<Outer>(body).ok().map(|outer| outer.error)
    }
}

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Part::deserialize(deserializer)? {
        Part::Text(text) => Some(text),
        Part::Odd(_) => None,
    })
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Text(String),
    Odd(IgnoredAny),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_parts_are_left_out_and_the_others_kept() {
        for odd in ["null", "7", "-7", "1.5", "true", "[1,[2]]", r#"{"a":{"b":1}}"#] {
            let body = format!(r#"{{"error":{{"type":"conflict","code":{odd},"field":{odd},"extra":1}}}}"#);
            let detail = Envelope::read(body.as_bytes()).expect("an envelope");
            assert_eq!(detail.error_type.as_deref(), Some("conflict"), "{odd}");
            assert_eq!((detail.code, detail.message, detail.field), (None, None, None), "{odd}");
        }
    }

    #[test]
    fn other_bodies_are_no_envelope() {
        for body in ["", "[]", "\"x\"", r#"{"error":"text"}"#, "{\"error\":", "<html>", "{}"] {
            assert!(Envelope::read(body.as_bytes()).is_none(), "{body}");
        }
    }
}
