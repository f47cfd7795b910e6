//! The places that errors name, held to those of `serde_path_to_error`, which follows a value while it is read.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::{Value, json};

use super::{BodyDeserializer, body};
use crate::Body;

#[derive(Deserialize)]
#[expect(dead_code, reason = "read for the sake of reading")]
struct Order {
    id: u32,
    note: Option<String>,
    kind: Kind,
    #[serde(deserialize_with = "even")]
    even: u32,
    lines: Vec<Line>,
    amounts: BTreeMap<String, i64>,
    pair: (u8, bool),
    choice: Choice,
    nested: Option<Box<Order>>,
    last: Even,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for the sake of reading")]
struct Line {
    name: String,
    evens: Vec<Even>,
    #[serde(default)]
    tagged: Vec<Tagged>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "read for the sake of reading")]
enum Kind {
    Plain,
    Number(u8),
    Pair(u8, Even),
    Named { a: u8, b: Even },
}

#[derive(Deserialize)]
#[serde(tag = "type")]
#[expect(dead_code, reason = "read for the sake of reading")]
enum Tagged {
    A { a: u8 },
    B { b: Even },
}

#[derive(Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "read for the sake of reading")]
enum Choice {
    Number(u8),
    List(Vec<u8>),
}

/// Refuses a value after it was read, which is the hard case.
#[derive(Deserialize)]
#[serde(try_from = "u32")]
struct Even;

impl TryFrom<u32> for Even {
    type Error = &'static str;

    fn try_from(number: u32) -> Result<Self, &'static str> {
        if number.is_multiple_of(2) { Ok(Self) } else { Err("odd") }
    }
}

fn even<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let number = u32::deserialize(deserializer)?;
    if number.is_multiple_of(2) { Ok(number) } else { Err(D::Error::custom("odd")) }
}

fn order(nested: &Value) -> Value {
    json!({
        "id": 1, "note": null, "kind": "plain", "even": 2,
        "lines": [{ "name": "a", "evens": [2, 4, 6] }, { "name": "b", "evens": [8], "tagged": [
            { "type": "A", "a": 1 }, { "type": "B", "b": 2 }] }],
        "amounts": { "a": 1, "b-c": 2 }, "pair": [1, true], "choice": [1, 2], "nested": nested, "last": 2,
    })
}

/// What may stand in the place of a value.
fn others() -> Vec<Value> {
    let kinds = [json!({ "number": 1 }), json!({ "number": "x" }), json!({ "pair": [1, 3] })];
    let more = [json!({ "named": { "a": 1, "b": 3 } }), json!({ "named": { "b": 2 } }), json!({ "other": 1 })];
    let plain = [json!(null), json!(true), json!(-1), json!(3), json!(4), json!(1.5), json!("x"), json!([]), json!({})];
    let tagged =
        [json!({ "type": "B", "b": 3 }), json!({ "type": "C" }), json!([1]), json!([1, 2, 3]), json!({ "x": 1 })];
    plain.into_iter().chain(kinds).chain(more).chain(tagged).collect()
}

/// Calls `see` with the value after each single change of it: something else in a place, or a part of it left out.
fn changed(whole: &mut Value, at: &str, see: &mut dyn FnMut(&Value)) {
    let part = whole.pointer(at).cloned().unwrap_or_default();
    for other in others() {
        *whole.pointer_mut(at).expect("a part") = other;
        see(whole);
    }
    let keys: Vec<String> = match &part {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::Array(items) => (0..items.len()).map(|index| index.to_string()).collect(),
        _ => Vec::new(),
    };
    for key in keys {
        *whole.pointer_mut(at).expect("a part") = part.clone();
        match whole.pointer_mut(at) {
            Some(Value::Object(fields)) => drop(fields.remove(&key)),
            Some(Value::Array(items)) => drop(items.remove(key.parse().expect("an index"))),
            _ => {}
        }
        see(whole);
        *whole.pointer_mut(at).expect("a part") = part.clone();
        changed(whole, &format!("{at}/{key}"), see);
    }
    *whole.pointer_mut(at).expect("a part") = part;
}

/// The place in the message, and what `serde_path_to_error` has in its place.
fn places<T: DeserializeOwned>(text: &str) -> Option<(String, String)> {
    let parts = http::Response::new(()).into_parts().0;
    let message = body::<T>(Some(&Body::from(text.to_owned())), &parts).err()?.to_string();
    let ours = message.split_once(" at `").and_then(|(_, rest)| rest.split_once('`')).map_or("", |(path, _)| path);
    let deserializer = BodyDeserializer { body: Some(text.as_bytes()), parts: &parts };
    let followed = serde_path_to_error::deserialize::<_, T>(deserializer).err()?.path().to_string();
    Some((ours.to_owned(), if followed == "." { String::new() } else { followed }))
}

#[test]
fn a_place_is_the_one_that_following_the_value_gives() {
    let mut count = 0;
    let mut whole = order(&order(&Value::Null));
    let see = &mut |value: &Value| {
        for text in [value.to_string(), serde_json::to_string_pretty(value).expect("JSON")] {
            if let Some((ours, followed)) = places::<Order>(&text) {
                count += 1;
                assert_eq!(ours, followed, "{text}");
            }
        }
    };
    changed(&mut whole, "", see);
    assert!(count > 1000, "{count}");
}
