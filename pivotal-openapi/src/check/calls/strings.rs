//! Texts for instances of schemas.

use serde_json::Value;

use super::validation::Validation;
use crate::document::{Cursor, Node};

/// Texts that can match a pattern.
const CANDIDATES: [&str; 24] = [
    "string",
    "a",
    "abc",
    "A",
    "ABC",
    "Abc",
    "1",
    "12",
    "123",
    "0.1",
    "1.2.3",
    "ab12",
    "AB12",
    "a-b",
    "a_b",
    "a.b",
    "en-US",
    "#a1b2c3",
    "+4915112345678",
    "2026-11-26",
    "08:00:00Z",
    "2026-11-26T08:00:00Z",
    "a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d",
    "https://example.com/",
];

/// Returns a text that is valid by the schema, if one is found.
pub(super) fn text(schema: &Cursor<'_>, validation: &Validation) -> Value {
    let format = schema.text("format");
    let sample = match format {
        Some("date-time") => "2026-11-26T08:00:00Z",
        Some("date") => "2026-11-26",
        Some("time") => "08:00:00Z",
        Some("duration") => "PT1H",
        Some("email" | "idn-email") => "ravi@example.com",
        Some("hostname" | "idn-hostname") => "example.com",
        Some("ipv4") => "192.0.2.1",
        Some("ipv6") => "2001:db8::1",
        Some("uri" | "iri" | "url") => "https://example.com/",
        Some("uri-reference" | "iri-reference" | "json-pointer") => "/a",
        Some("uuid") => "a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d",
        Some("byte" | "base64") => "YWJj",
        Some("regex") => "a+",
        _ => "string",
    };
    if schema.get("pattern").is_some() {
        let known = ["example", "default"].into_iter().filter_map(|key| schema.node.get(key).map(Node::to_json));
        let candidates = [sample].into_iter().chain(CANDIDATES).map(Value::from);
        return known.chain(candidates).find(|text| validation.is_valid(schema, text)).unwrap_or_else(|| sample.into());
    }
    if format.is_some() && sample != "string" {
        return sample.into();
    }
    let length = |key: &str| {
        schema.node.get(key).and_then(|value| value.to_json().as_u64()).and_then(|n| usize::try_from(n).ok())
    };
    let mut text = sample.to_owned();
    // A length that nobody would send is not met.
    let shortest = length("minLength").unwrap_or_default().min(65_536);
    while text.len() < shortest {
        text.push('a');
    }
    if let Some(longest) = length("maxLength") {
        text.truncate(longest);
    }
    text.into()
}
