//! Converts the schemas of a document to JSON Schema 2020-12.

use serde_json::{Map, Value, json};

use super::Direction;
use crate::document::Version;

/// The keys whose values are no schemas.
const VALUES: [&str; 5] = ["example", "examples", "default", "enum", "const"];

/// Converts a file of a document: the dialect of 3.0, and required properties that are sent in the other direction only.
pub(super) fn convert(mut file: Value, version: Version, direction: Direction) -> Value {
    // The references are resolved in the original file.
    let original = file.clone();
    convert_value(&mut file, &original, version, direction);
    file
}

fn convert_value(value: &mut Value, root: &Value, version: Version, direction: Direction) {
    match value {
        Value::Array(items) => {
            for item in items {
                convert_value(item, root, version, direction);
            }
        }
        Value::Object(members) => {
            // Here, the keys are names.
            let has_names = |key: &str| matches!(key, "properties" | "patternProperties" | "schemas" | "$defs");
            for (key, member) in members.iter_mut() {
                match member {
                    Value::Object(named) if has_names(key) => {
                        for schema in named.values_mut() {
                            convert_value(schema, root, version, direction);
                        }
                    }
                    _ if VALUES.contains(&key.as_str()) => {}
                    _ => convert_value(member, root, version, direction),
                }
            }
            remove_required(members, root, direction);
            if version == Version::V3_0 {
                convert_dialect(members);
            }
        }
        _ => {}
    }
}

/// Removes required properties that are sent in the other direction only.
fn remove_required(schema: &mut Map<String, Value>, root: &Value, direction: Direction) {
    let Some(Value::Object(properties)) = schema.get("properties") else { return };
    let is_other =
        |name: &str| properties.get(name).is_some_and(|property| has_flag(property, root, direction.other_flag()));
    let others: Vec<String> = properties.keys().filter(|name| is_other(name)).cloned().collect();
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| !name.as_str().is_some_and(|name| others.iter().any(|other| other == name)));
    }
}

fn has_flag(property: &Value, root: &Value, flag: &str) -> bool {
    let target = property.get("$ref").and_then(Value::as_str).and_then(|reference| reference.strip_prefix('#'));
    let is_set = |schema: &Value| schema.get(flag).and_then(Value::as_bool) == Some(true);
    is_set(property) || target.and_then(|pointer| root.pointer(pointer)).is_some_and(is_set)
}

/// Converts the keywords of 3.0 that mean something else in JSON Schema.
fn convert_dialect(schema: &mut Map<String, Value>) {
    for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        match schema.get(exclusive) {
            Some(Value::Bool(true)) => {
                let limit = schema.remove(bound);
                schema.remove(exclusive);
                schema.extend(limit.map(|limit| (exclusive.to_owned(), limit)));
            }
            Some(Value::Bool(false)) => drop(schema.remove(exclusive)),
            _ => {}
        }
    }
    if schema.get("nullable").and_then(Value::as_bool) != Some(true) {
        return;
    }
    schema.remove("nullable");
    match schema.get_mut("type") {
        Some(Value::String(name)) => {
            let types = json!([name, "null"]);
            schema.insert("type".to_owned(), types);
            if let Some(Value::Array(values)) = schema.get_mut("enum")
                && !values.contains(&Value::Null)
            {
                values.push(Value::Null);
            }
        }
        Some(_) => {}
        None => {
            let other = Value::Object(std::mem::take(schema));
            schema.insert("anyOf".to_owned(), json!([other, { "type": "null" }]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemas_of_3_0_are_converted() {
        let cases = [
            (json!({ "type": "string", "nullable": true }), json!({ "type": ["string", "null"] })),
            (
                json!({ "type": "string", "nullable": true, "enum": ["a"] }),
                json!({ "type": ["string", "null"], "enum": ["a", null] }),
            ),
            (
                json!({ "nullable": true, "allOf": [{ "$ref": "#/a" }] }),
                json!({ "anyOf": [{ "allOf": [{ "$ref": "#/a" }] }, { "type": "null" }] }),
            ),
            (json!({ "minimum": 1, "exclusiveMinimum": true }), json!({ "exclusiveMinimum": 1 })),
            (json!({ "maximum": 1, "exclusiveMaximum": false }), json!({ "maximum": 1 })),
            (
                json!({ "properties": { "nullable": { "type": "boolean", "nullable": true } } }),
                json!({ "properties": { "nullable": { "type": ["boolean", "null"] } } }),
            ),
            (json!({ "example": { "nullable": true } }), json!({ "example": { "nullable": true } })),
        ];
        for (schema, expected) in cases {
            assert_eq!(convert(schema, Version::V3_0, Direction::Response), expected);
        }
    }

    #[test]
    fn properties_of_the_other_direction_are_not_required() {
        let schema = json!({ "required": ["id", "text"], "properties": { "id": { "readOnly": true }, "text": {} } });
        let required = |direction| convert(schema.clone(), Version::V3_1, direction)["required"].clone();
        assert_eq!(required(Direction::Request), json!(["text"]));
        assert_eq!(required(Direction::Response), json!(["id", "text"]));
    }
}
