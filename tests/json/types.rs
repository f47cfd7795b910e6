//! Types of each kind that serde can derive.

#![expect(dead_code, reason = "fields are printed by `Debug`")]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value};

#[derive(Debug, Deserialize)]
pub(crate) struct Unit;

#[derive(Debug, Deserialize)]
pub(crate) struct Empty {}

/// A newtype of any type.
#[derive(Debug, Deserialize)]
pub(crate) struct New<T>(pub(crate) T);

#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Transparent<T> {
    pub(crate) inner: T,
    #[serde(skip)]
    pub(crate) marker: PhantomData<T>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Pair(pub(crate) u8, pub(crate) String);

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Item {
    pub(crate) id: u32,
    pub(crate) name: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Wide {
    pub(crate) id: u128,
    pub(crate) big: Option<i128>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Strict {
    pub(crate) id: u32,
}

#[derive(Debug, Deserialize)]
#[serde(default)]
pub(crate) struct Defaults {
    #[serde(rename = "ID", alias = "identifier")]
    pub(crate) id: u32,
    #[serde(skip)]
    pub(crate) skipped: u8,
    #[serde(deserialize_with = "from_hex")]
    pub(crate) hex: u32,
    #[expect(clippy::option_option, reason = "a case of its own")]
    pub(crate) nested: Option<Option<u8>>,
}

impl Default for Defaults {
    fn default() -> Self {
        Self { id: 9, skipped: 1, hex: 2, nested: Some(None) }
    }
}

fn from_hex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let text = Cow::<'_, str>::deserialize(deserializer)?;
    u32::from_str_radix(&text, 16).map_err(de::Error::custom)
}

/// The rest of an object.
#[derive(Debug, Deserialize)]
pub(crate) struct Flat<T> {
    pub(crate) id: u32,
    #[serde(flatten)]
    pub(crate) rest: T,
}

#[derive(Debug, Deserialize)]
pub(crate) struct FlatOnly<T> {
    #[serde(flatten)]
    pub(crate) all: T,
}

#[derive(Debug, Deserialize)]
pub(crate) struct FlatTwice<T, U> {
    #[serde(flatten)]
    pub(crate) first: T,
    #[serde(flatten)]
    pub(crate) second: U,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Named {
    pub(crate) name: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) enum External {
    Unit,
    Newtype(u8),
    Tuple(u8, u8),
    Struct { id: u32 },
}

#[derive(Debug, Deserialize)]
pub(crate) enum ExternalOf<T> {
    Unit,
    Newtype(T),
    #[serde(other)]
    Unknown,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Plain {
    Unit,
    #[serde(alias = "One", rename = "x")]
    Renamed,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "t")]
pub(crate) enum Internal {
    Unit,
    Newtype(Item),
    Struct { id: u32 },
    Big { id: u128 },
}

#[derive(Debug, Deserialize)]
#[serde(tag = "t", content = "c")]
pub(crate) enum Adjacent {
    Unit,
    Newtype(u8),
    Tuple(u8, u8),
    Struct { id: u32 },
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Untagged {
    Unit,
    Bool(bool),
    Small(u8),
    Wide(i128),
    Float(f64),
    Text(String),
    Tuple(u8, u8),
    Item(Item),
    Many(Vec<Untagged>),
    Any(Value),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum UntaggedOf<T> {
    It(T),
    Unit(Unit),
}

/// A list of lists, or an object of objects, of any depth.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Deep {
    List(Vec<Deep>),
    Object(BTreeMap<String, Deep>),
    Leaf(u8),
}

#[derive(Debug, Deserialize)]
pub(crate) struct Linked {
    pub(crate) a: Option<Box<Linked>>,
}

/// Bytes, which `serde_json` reads from a text or from a list.
#[derive(Debug)]
pub(crate) struct Octets(pub(crate) Vec<u8>);

impl<'de> Deserialize<'de> for Octets {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfBytes;
        impl<'de> Visitor<'de> for OfBytes {
            type Value = Octets;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Octets, E> {
                Ok(Octets(bytes.to_vec()))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Octets, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = items.next_element()? {
                    bytes.push(byte);
                }
                Ok(Octets(bytes))
            }
        }
        deserializer.deserialize_byte_buf(OfBytes)
    }
}

pub(crate) type Texts = BTreeMap<String, Value>;
pub(crate) type Numbers = BTreeMap<String, Number>;
pub(crate) type Object = Map<String, Value>;
