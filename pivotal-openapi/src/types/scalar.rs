//! Types of single values, by `type` and `format`.

use super::Type;
use crate::document::{Cursor, Node};

/// Returns the types of a schema without `null`, and whether `null` is one of them.
pub(super) fn kinds<'d>(schema: &Cursor<'d>) -> (Vec<&'d str>, bool) {
    let mut kinds: Vec<&str> = match schema.text("type") {
        Some(kind) => vec![kind],
        None => schema.items_of("type").iter().filter_map(|kind| kind.node.as_str()).collect(),
    };
    let len = kinds.len();
    kinds.retain(|kind| *kind != "null");
    // `nullable` is a keyword of 3.0. In newer documents, it is left from a conversion.
    let is_nullable = kinds.len() < len || schema.is_true("nullable");
    (kinds, is_nullable)
}

/// Returns the type of a text.
pub(super) fn text(format: Option<&str>) -> Type {
    match format {
        Some("date-time") => Type::Timestamp,
        Some("date") => Type::Date,
        Some("time-local" | "partial-time") => Type::Time,
        Some("uuid") => Type::Uuid,
        Some("ip") => Type::Ip("IpAddr"),
        Some("ipv4") => Type::Ip("Ipv4Addr"),
        Some("ipv6") => Type::Ip("Ipv6Addr"),
        _ => Type::String,
    }
}

/// Returns the type of an integer.
pub(super) fn integer(format: Option<&str>) -> Type {
    Type::Integer(match format.map(str::to_ascii_lowercase).as_deref() {
        Some("int8") => "i8",
        Some("int16") => "i16",
        Some("int32") => "i32",
        Some("uint8") => "u8",
        Some("uint16") => "u16",
        Some("uint32") => "u32",
        Some("uint64" | "uint") => "u64",
        _ => "i64",
    })
}

/// Returns the type of the values of an enum without a type.
pub(super) fn kind_of_values(values: &[Cursor<'_>]) -> Option<&'static str> {
    let kind = |node: &Node| match node {
        Node::Bool(_) => Some("boolean"),
        Node::Number(number) if number.is_f64() => Some("number"),
        Node::Number(_) => Some("integer"),
        Node::String(_) => Some("string"),
        Node::Null | Node::Array(_) | Node::Object(_) => None,
    };
    let mut kinds = values.iter().map(|value| value.node).filter(|node| **node != Node::Null).map(kind);
    let first = kinds.next()??;
    kinds.all(|kind| kind == Some(first)).then_some(first)
}

/// Returns the text of a value of an enum of texts. YAML reads `1.0` as a number.
pub(super) fn value_text(node: &Node) -> Option<String> {
    match node {
        Node::String(text) => Some(text.clone()),
        Node::Number(number) => Some(number.to_string()),
        Node::Bool(value) => Some(value.to_string()),
        Node::Null | Node::Array(_) | Node::Object(_) => None,
    }
}
