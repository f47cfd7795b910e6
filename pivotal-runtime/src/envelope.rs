//! The error envelope of the Pivotal API.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// `{"error": {"type", "code", "message", "field"?}}` (Pivotal API, Errors).
///
/// Each part is `None` when it is absent or not a string: an error must not be lost because one of its
/// parts is odd, cut, or there twice.
#[derive(Default)]
pub(crate) struct Envelope {
    pub(crate) error_type: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) field: Option<String>,
}

impl Envelope {
    /// Reads the envelope, or `None` where the body is none.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        let whole = serde_json::from_slice(body).or_else(|_| serde_json::from_str(&mended(body)));
        let Lenient(Members(envelope)) = whole.ok()?;
        envelope
    }
}

/// The same body where a text in it holds what is no character: other bytes than UTF-8, or half of a surrogate pair, as
/// servers write where they cut a text. It is replaced; so are whole pairs, for the sake of simplicity.
#[cold]
fn mended(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let mut pieces = text.split('\\');
    let mut mended = pieces.next().unwrap_or_default().to_owned();
    while let Some(piece) = pieces.next() {
        mended.push('\\');
        match piece.split_at_checked(5) {
            Some((escape, behind)) if is_surrogate(escape) => mended.extend(["ufffd", behind]),
            // A backslash that stands for itself.
            _ if piece.is_empty() => mended.extend(["\\", pieces.next().unwrap_or_default()]),
            _ => mended.push_str(piece),
        }
    }
    mended
}

/// Whether this is the escape of a surrogate, as in `ud83d`.
fn is_surrogate(escape: &str) -> bool {
    let code = escape.strip_prefix('u').and_then(|hex| u16::from_str_radix(hex, 16).ok());
    code.is_some_and(|code| (0xD800..0xE000).contains(&code))
}

/// A value of which only one kind is of use: of any other, it is what stands for none.
struct Lenient<T>(T);

trait Useful: Default {
    fn from_text(_: &str) -> Self {
        Self::default()
    }

    fn from_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        IgnoredAny.visit_map(map).map(|_| Self::default())
    }
}

#[derive(Default)]
struct Text(Option<String>);

impl Useful for Text {
    fn from_text(text: &str) -> Self {
        Self(Some(text.to_owned()))
    }
}

/// The parts of an error.
#[derive(Default)]
struct Parts(Option<Envelope>);

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

impl Useful for Parts {
    fn from_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut envelope = Envelope::default();
        while let Some(part) = map.next_key()? {
            let known = match part {
                Part::Type => &mut envelope.error_type,
                Part::Code => &mut envelope.code,
                Part::Message => &mut envelope.message,
                Part::Field => &mut envelope.field,
                Part::Other => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            let Lenient(Text(text)) = map.next_value()?;
            *known = text;
        }
        Ok(Self(Some(envelope)))
    }
}

/// The members of the whole body.
#[derive(Default)]
struct Members(Option<Envelope>);

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Member {
    Error,
    #[serde(other)]
    Other,
}

impl Useful for Members {
    fn from_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut envelope = None;
        while let Some(member) = map.next_key()? {
            match member {
                Member::Error => Lenient(Parts(envelope)) = map.next_value()?,
                Member::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Self(envelope))
    }
}

impl<'de, T: Useful> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LenientVisitor(PhantomData)).map(Self)
    }
}

struct LenientVisitor<T>(PhantomData<T>);

impl<'de, T: Useful> Visitor<'de> for LenientVisitor<T> {
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
    fn what_is_no_part_of_it_may_hold_what_no_value_can() {
        for odd in ["1e999", r#""\ud83d""#, r#"{"a":[-1e999]}"#] {
            let body = format!(r#"{{"more":{odd},"error":{{"input":{odd},"code":"slug_taken"}}}}"#);
            let detail = Envelope::read(body.as_bytes()).expect(odd);
            assert_eq!(detail.code.as_deref(), Some("slug_taken"), "{odd}");
        }
    }

    #[test]
    fn a_text_that_was_cut_within_a_character_is_mended_and_the_others_kept() {
        let cases = [
            (&br"half \ud83d"[..], "half \u{fffd}"),
            (br"\uDE00\n\ud83d", "\u{fffd}\n\u{fffd}"),
            (br"a\\ud83d\\\ud83d", "a\\ud83d\\\u{fffd}"),
            (b"caf\xe9", "caf\u{fffd}"),
            (b"caf\xc3", "caf\u{fffd}"),
        ];
        for (message, expected) in cases {
            let body = [br#"{"error":{"code":"slug_taken","message":""#, message, br#"","field":"slug"}}"#].concat();
            let detail = Envelope::read(&body).expect(expected);
            assert_eq!(detail.message.as_deref(), Some(expected));
            assert_eq!((detail.code.as_deref(), detail.field.as_deref()), (Some("slug_taken"), Some("slug")));
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
