//! Compares the paths in errors with those of `serde_path_to_error`, which follows a value while it is read.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::{Value, json};
use serde_path_to_error::Segment;

use super::BodyDeserializer;
use crate::{Format, Json};

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

/// Values to replace another with.
fn others() -> Vec<Value> {
    let kinds = [json!({ "number": 1 }), json!({ "number": "x" }), json!({ "pair": [1, 3] })];
    let more = [json!({ "named": { "a": 1, "b": 3 } }), json!({ "named": { "b": 2 } }), json!({ "other": 1 })];
    let plain = [json!(null), json!(true), json!(-1), json!(3), json!(4), json!(1.5), json!("x"), json!([]), json!({})];
    let tagged =
        [json!({ "type": "B", "b": 3 }), json!({ "type": "C" }), json!([1]), json!([1, 2, 3]), json!({ "x": 1 })];
    plain.into_iter().chain(kinds).chain(more).chain(tagged).collect()
}

/// Calls `see` with the value after each single change of it: a part replaced or left out.
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

/// The names that are declared inside of the value at a path.
fn declared(path: &str) -> &'static [&'static str] {
    match path.rsplit('.').next().and_then(|last| last.split('[').next()) {
        Some("amounts") => &[],
        Some("lines") => &["name", "evens", "tagged"],
        _ => &NAMES,
    }
}

const NAMES: [&str; 21] = [
    "id", "note", "kind", "even", "lines", "amounts", "pair", "choice", "nested", "last", "name", "evens", "tagged",
    "type", "a", "b", "plain", "number", "named", "A", "B",
];

/// A path of `serde_path_to_error` in our notation: keys that no type declares are shown by position.
fn in_our_notation(path: &serde_path_to_error::Path, body: &Value) -> String {
    let (mut text, mut at) = (String::new(), Some(body));
    for segment in path {
        let (step, inside) = match segment {
            Segment::Seq { index } => (format!("[{index}]"), at.and_then(|value| value.get(index))),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                let fields = at.and_then(Value::as_object);
                let number = fields.and_then(|fields| fields.keys().position(|other| other == key));
                let is_declared = declared(&text).contains(&&**key);
                let dot = if text.is_empty() { "" } else { "." };
                let step = if is_declared { format!("{dot}{key}") } else { format!("{{{}}}", number.expect("a key")) };
                (step, fields.and_then(|fields| fields.get(key)))
            }
            Segment::Unknown => continue,
        };
        text.push_str(&step);
        at = inside;
    }
    text
}

/// The path in the message, and the one of `serde_path_to_error`.
fn paths<T: DeserializeOwned>(text: &str, value: &Value) -> Option<(String, String)> {
    let message = Json::decode::<T>(text.as_bytes()).err()?.to_string();
    let ours = message.split_once(" at `").and_then(|(_, rest)| rest.split_once('`')).map_or("", |(path, _)| path);
    let deserializer = BodyDeserializer::json_bytes(text.as_bytes());
    let error = serde_path_to_error::deserialize::<_, T>(deserializer).err()?;
    Some((ours.to_owned(), in_our_notation(error.path(), value)))
}

#[test]
fn path_is_the_one_that_following_the_value_finds() {
    let mut count = 0;
    let mut whole = order(&order(&Value::Null));
    let see = &mut |value: &Value| {
        for text in [value.to_string(), serde_json::to_string_pretty(value).expect("JSON")] {
            if let Some((ours, followed)) = paths::<Order>(&text, value) {
                count += 1;
                assert_eq!(ours, followed, "{text}");
            }
        }
    };
    changed(&mut whole, "", see);
    assert!(count > 1000, "{count}");
}
