//! Objects: properties, and the parts of `allOf`.

use indexmap::IndexMap;

use super::scalar::kinds;
use crate::document::{Cursor, Node};

/// The members of a schema that describe a value without limiting its type.
const ANNOTATIONS: [&str; 13] = [
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "nullable",
    "readOnly",
    "summary",
    "title",
    "writeOnly",
    "xml",
    "$comment",
];

/// The parts of an object, from one schema or several.
#[derive(Default)]
pub(super) struct Object<'d> {
    pub(super) properties: IndexMap<&'d str, Cursor<'d>>,
    pub(super) required: Vec<&'d str>,
    pub(super) others: Option<Cursor<'d>>,
    /// Unions that add members.
    pub(super) unions: Vec<Cursor<'d>>,
}

impl<'d> Object<'d> {
    /// Adds the parts of a schema, and those of its `allOf`.
    pub(super) fn add(&mut self, schema: &Cursor<'d>, depth: usize) {
        for part in schema.items_of("allOf") {
            if let Ok(part) = part.resolve()
                && depth < 16
            {
                self.add(&part, depth + 1);
            }
        }
        for (name, property) in schema.entries_of("properties") {
            self.properties.insert(name, property);
        }
        self.required.extend(schema.items_of("required").iter().filter_map(|name| name.node.as_str()));
        match schema.get("additionalProperties") {
            Some(others) if *others.node != Node::Bool(false) => self.others = Some(others),
            _ => {}
        }
        if is_union_of_types(schema) {
            self.unions.push(schema.clone());
        }
    }
}

/// Returns whether a schema is nothing but a description.
pub(super) fn is_annotation(schema: &Cursor<'_>) -> bool {
    schema.node.entries().all(|(key, _)| ANNOTATIONS.contains(&key) || key.starts_with("x-"))
}

/// Returns whether a schema describes an object.
pub(super) fn is_object(schema: &Cursor<'_>) -> bool {
    let (kinds, _) = kinds(schema);
    schema.get("properties").is_some() || kinds == ["object"] || (kinds.is_empty() && schema.get("required").is_some())
}

/// Returns whether a schema has alternatives that are more than limits, such as which members are required.
pub(super) fn is_union_of_types(schema: &Cursor<'_>) -> bool {
    alternatives(schema).iter().any(|alternative| {
        let is_limit =
            |key: &str| matches!(key, "required" | "not") || ANNOTATIONS.contains(&key) || key.starts_with("x-");
        alternative.node.entries().any(|(key, _)| !is_limit(key))
    })
}

/// The alternatives of `oneOf` or `anyOf`.
pub(super) fn alternatives<'d>(schema: &Cursor<'d>) -> Vec<Cursor<'d>> {
    let one_of = schema.items_of("oneOf");
    if one_of.is_empty() { schema.items_of("anyOf") } else { one_of }
}
