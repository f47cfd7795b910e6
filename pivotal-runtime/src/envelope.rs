//! The error envelope of the Pivotal API.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// `{"error": {"type", "code", "message", "field"?}}` (Pivotal API, Errors).
///
/// Each part is `None` when it is absent or not a string: an error must not be lost because one of its
/// parts is odd, or there twice.
pub(crate) struct Envelope {
    pub(crate) error_type: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) field: Option<String>,
}

/// Maps, where structs would be read from lists as well, and with no key twice.
type Of<T> = BTreeMap<String, T>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Member {
    Error(Of<Part>),
    Odd(IgnoredAny),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Text(String),
    Odd(IgnoredAny),
}

impl Envelope {
    /// Reads the envelope, or `None` where the body is none.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        let mut members: Of<Member> = serde_json::from_slice(body).ok()?;
        let Member::Error(mut parts) = members.remove("error")? else { return None };
        let mut text = |name| match parts.remove(name)? {
            Part::Text(text) => Some(text),
            Part::Odd(_) => None,
        };
        Some(Self { error_type: text("type"), code: text("code"), message: text("message"), field: text("field") })
    }
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
    fn a_part_that_is_there_twice_is_taken_from_its_last_place() {
        let body = br#"{"error":{"code":"a"},"error":{"code":"b","message":1,"message":"m","code":"c"}}"#;
        let detail = Envelope::read(body).expect("an envelope");
        assert_eq!((detail.code.as_deref(), detail.message.as_deref()), (Some("c"), Some("m")));
    }

    #[test]
    fn other_bodies_are_no_envelope() {
        let lists = [r#"{"error":["name is required","slug is taken"]}"#, r#"[{"type":"a"}]"#, r#"[["a","b"]]"#];
        for body in ["", "[]", "\"x\"", r#"{"error":"text"}"#, "{\"error\":", "<html>", "{}"].into_iter().chain(lists) {
            assert!(Envelope::read(body.as_bytes()).is_none(), "{body}");
        }
    }
}
