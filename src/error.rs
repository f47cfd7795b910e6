//! The body of an error.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use pivotal_runtime::ErrorBody;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The body of an error of the API (Pivotal API, Errors).
///
/// Its JSON is `{"error": {"type", "code", "message", "field"?}}`. A part is `None` if it is missing or not a string, so that
/// one malformed part does not hide the others.
///
/// [`Error::message`](pivotal_runtime::Error::message) and [`Error::code`](pivotal_runtime::Error::code) return the message
/// and the code as well.
///
/// ```
/// use pivotal_api::{Error, PivotalError};
///
/// fn field(error: &Error) -> Option<&str> {
///     error.detail::<PivotalError>()?.field.as_deref()
/// }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PivotalError {
    /// The `type`, such as `invalid_request_error`.
    ///
    /// The API can gain types at any time.
    pub error_type: Option<Cow<'static, str>>,
    /// The `code`, such as `slug_taken`.
    ///
    /// Codes are stable, so match on them. A type can gain codes at any time.
    pub code: Option<String>,
    /// The `message`, for people. Do not match on it.
    pub message: Option<String>,
    /// The `field`: the invalid property of the request.
    pub field: Option<String>,
}

impl ErrorBody for PivotalError {
    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}

impl<'de> Deserialize<'de> for PivotalError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Lenient(Members(error)) = Lenient::deserialize(deserializer)?;
        error.ok_or_else(|| D::Error::missing_field("error"))
    }
}

/// The documented values of `type` (Pivotal API, Errors).
const TYPES: [&str; 7] = [
    "invalid_request_error",
    "authentication_error",
    "permission_error",
    "not_found",
    "conflict",
    "rate_limit_error",
    "internal_error",
];

/// A value of the expected kind, or the default in place of any other kind.
struct Lenient<T>(T);

trait LenientValue: Default {
    fn from_text(_: &str) -> Self {
        Self::default()
    }

    fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        IgnoredAny.visit_map(map).map(|_| Self::default())
    }
}

#[derive(Default)]
struct Text(Option<String>);

impl LenientValue for Text {
    fn from_text(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

/// A `type`. The documented ones are not copied.
#[derive(Default)]
struct Type(Option<Cow<'static, str>>);

impl LenientValue for Type {
    fn from_text(text: &str) -> Self {
        let known = TYPES.into_iter().find(|known| *known == text);
        Self(Some(known.map_or_else(|| text.to_owned().into(), Cow::Borrowed)))
    }
}

/// The value of `error`.
#[derive(Default)]
struct Parts(Option<PivotalError>);

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Part {
    Type,
    Code,
    Message,
    Field,
    #[serde(other)]
    Other,
}

impl LenientValue for Parts {
    fn from_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut error = PivotalError::default();
        while let Some(part) = map.next_key()? {
            let known = match part {
                Part::Type => {
                    let Lenient(Type(word)) = map.next_value()?;
                    error.error_type = word;
                    continue;
                }
                Part::Code => &mut error.code,
                Part::Message => &mut error.message,
                Part::Field => &mut error.field,
                Part::Other => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            let Lenient(Text(text)) = map.next_value()?;
            *known = text;
        }
        Ok(Self(Some(error)))
    }
}

/// The complete body.
#[derive(Default)]
struct Members(Option<PivotalError>);

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Member {
    Error,
    #[serde(other)]
    Other,
}

impl LenientValue for Members {
    fn from_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut error = None;
        while let Some(member) = map.next_key()? {
            match member {
                Member::Error => Lenient(Parts(error)) = map.next_value()?,
                Member::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Self(error))
    }
}

impl<'de, T: LenientValue> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LenientVisitor(PhantomData)).map(Self)
    }
}

struct LenientVisitor<T>(PhantomData<T>);

impl<'de, T: LenientValue> Visitor<'de> for LenientVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_i64<E>(self, _: i64) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_u64<E>(self, _: u64) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_f64<E>(self, _: f64) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok(T::from_text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        IgnoredAny.visit_seq(seq).map(|_| T::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::from_map(map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &[u8]) -> Option<PivotalError> {
        serde_json::from_slice(body).ok()
    }

    #[test]
    fn odd_parts_are_left_out_and_others_kept() {
        for odd in ["null", "7", "-7", "1.5", "true", "[1,[2]]", r#"{"a":{"b":1}}"#] {
            let body = format!(r#"{{"error":{{"type":"conflict","code":{odd},"field":{odd},"extra":1}}}}"#);
            let detail = read(body.as_bytes()).expect("an envelope");
            assert_eq!(detail.error_type.as_deref(), Some("conflict"), "{odd}");
            assert_eq!((detail.code, detail.message, detail.field), (None, None, None), "{odd}");
        }
    }

    #[test]
    fn other_members_can_contain_anything() {
        for odd in ["1e999", r#"{"a":[-1e999]}"#] {
            let body = format!(r#"{{"more":{odd},"error":{{"input":{odd},"code":"slug_taken"}}}}"#);
            let detail = read(body.as_bytes()).expect(odd);
            assert_eq!(detail.code.as_deref(), Some("slug_taken"), "{odd}");
        }
    }

    #[test]
    fn repeated_part_has_its_last_value() {
        let body = br#"{"error":{"code":"a"},"error":{"code":"b","message":1,"message":"m","code":"c"}}"#;
        let detail = read(body).expect("an envelope");
        assert_eq!((detail.code.as_deref(), detail.message.as_deref()), (Some("c"), Some("m")));
    }

    #[test]
    fn other_bodies_are_rejected() {
        let lists = [r#"{"error":["name is required","slug is taken"]}"#, r#"[{"type":"a"}]"#, r#"[["a","b"]]"#];
        for body in ["", "[]", "\"x\"", r#"{"error":"text"}"#, "{\"error\":", "<html>", "{}"].into_iter().chain(lists) {
            assert!(read(body.as_bytes()).is_none(), "{body}");
        }
    }
}
