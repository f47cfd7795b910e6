//! A field of a JSON body.

use std::borrow::Cow;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Result;
use serde_json::value::RawValue;

/// Returns the value of a field, as it is written. `page.cursor` is the field `cursor` of the object in `page`.
pub(super) fn get(body: &[u8], path: &str) -> Option<Box<RawValue>> {
    let mut value: Box<RawValue> = serde_json::from_slice(body).ok()?;
    for name in path.split('.') {
        let Object(fields) = serde_json::from_str(value.get()).ok()?;
        let field = fields.into_iter().rev().find(|(field, _)| field == name);
        value = field?.1.into_owned();
    }
    Some(value)
}

/// Replaces or adds a field. All other fields stay as they are written.
///
/// # Errors
///
/// If the body, or a part of the path, is not an object.
pub(super) fn set(body: &[u8], path: &str, value: &RawValue) -> Result<Vec<u8>> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let Object(mut fields) = serde_json::from_slice(body)?;
    let current = fields.iter().rposition(|(field, _)| field == name);
    let value = match rest {
        None => value.to_owned(),
        Some(rest) => {
            let object = current.and_then(|index| fields.get(index)).map_or("{}", |(_, value)| value.get());
            RawValue::from_string(String::from_utf8_lossy(&set(object.as_bytes(), rest, value)?).into_owned())?
        }
    };
    match current.and_then(|index| fields.get_mut(index)) {
        Some((_, field)) => *field = Cow::Owned(value),
        None => fields.push((name.to_owned(), Cow::Owned(value))),
    }
    serde_json::to_vec(&Object(fields))
}

/// The fields of an object in their order. Values are not read, so that each number stays as it is written.
struct Object<'a>(Vec<(String, Cow<'a, RawValue>)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor)
    }
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Object<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
            fields.push((name, Cow::Borrowed(value)));
        }
        Ok(Object(fields))
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_is_set_and_others_stay_as_written() {
        let cases = [
            ("{}", "cursor", r#"{"cursor":"c"}"#),
            (r#"{"cursor":null,"z":1}"#, "cursor", r#"{"cursor":"c","z":1}"#),
            (
                r#"{"z":1.0e400,"n":18446744073709551617,"u":"\u00e9"}"#,
                "a",
                r#"{"z":1.0e400,"n":18446744073709551617,"u":"\u00e9","a":"c"}"#,
            ),
            (r#"{"page":{"size":5}}"#, "page.cursor", r#"{"page":{"size":5,"cursor":"c"}}"#),
            ("{}", "a.b.c", r#"{"a":{"b":{"c":"c"}}}"#),
            (r#"{"a":1,"a":2}"#, "a", r#"{"a":1,"a":"c"}"#),
            (r#"{"a b":1}"#, "a b", r#"{"a b":"c"}"#),
        ];
        let value = RawValue::from_string(r#""c""#.to_owned()).expect("JSON");
        for (body, path, expected) in cases {
            let changed = set(body.as_bytes(), path, &value).expect(body);
            assert_eq!(String::from_utf8(changed.clone()).expect("text"), expected);
            assert_eq!(get(&changed, path).map(|value| value.get().to_owned()).as_deref(), Some(r#""c""#), "{body}");
        }
    }

    #[test]
    fn body_that_is_no_object_is_an_error() {
        let value = RawValue::from_string("1".to_owned()).expect("JSON");
        for (body, path) in
            [("", "a"), ("[]", "a"), ("null", "a"), ("a=b", "a"), (r#"{"a":1}"#, "a.b"), (r#"{"a":null}"#, "a.b")]
        {
            assert!(set(body.as_bytes(), path, &value).is_err(), "{body}");
            assert!(get(body.as_bytes(), path).is_none(), "{body}");
        }
    }
}
