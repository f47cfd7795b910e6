//! Objects: properties, and the parts of `allOf`.

use indexmap::IndexMap;

use super::scalar::kinds;
use crate::contract::Problem;
use crate::document::{Cursor, Node, Place};

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

/// The members that give a schema a type. Others limit the values, or describe them.
const TYPED: [&str; 14] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "enum",
    "format",
    "items",
    "oneOf",
    "patternProperties",
    "prefixItems",
    "properties",
    "type",
    "unevaluatedProperties",
];

/// The parts of an object, from one schema or several.
#[derive(Default)]
pub(super) struct Object<'d> {
    pub(super) properties: IndexMap<&'d str, Cursor<'d>>,
    pub(super) required: Vec<&'d str>,
    pub(super) others: Option<Cursor<'d>>,
    /// Unions that add members.
    pub(super) unions: Vec<Cursor<'d>>,
    pub(super) problems: Vec<Problem>,
    added: Vec<Place>,
}

impl<'d> Object<'d> {
    /// Returns the parts of a schema, and those of its `allOf`.
    pub(super) fn new(schema: &Cursor<'d>) -> Self {
        let mut object = Self::default();
        object.add(schema);
        object
    }

    fn add(&mut self, schema: &Cursor<'d>) {
        // A schema can contain itself.
        if self.added.contains(&schema.place) {
            return;
        }
        self.added.push(schema.place.clone());
        for part in schema.items_of("allOf") {
            match part.clone().resolve() {
                Ok(part) => self.add(&part),
                Err(message) => self.problems.push(Problem::new(&part.place, message)),
            }
        }
        for (name, property) in schema.entries_of("properties") {
            if !self.properties.contains_key(name) || !is_annotation(&property) {
                self.properties.insert(name, property);
            }
        }
        self.required.extend(schema.items_of("required").iter().filter_map(|name| name.node.as_str()));
        let others = schema.get("additionalProperties");
        let is_closed = others.as_ref().is_some_and(|others| *others.node == Node::Bool(false));
        if let Some(others) = others.filter(|others| matches!(others.node, Node::Bool(true) | Node::Object(_))) {
            self.others = Some(others);
        }
        self.add_patterns(schema, is_closed);
        if is_union_of_types(schema) {
            self.unions.push(schema.clone());
            if !schema.items_of("oneOf").is_empty() && !schema.items_of("anyOf").is_empty() {
                self.problems.push(Problem::new(&schema.place, "`anyOf` beside `oneOf` is ignored"));
            }
        }
    }

    /// Returns problems for the members that are required and have no schema.
    pub(super) fn undeclared(&self) -> Vec<Problem> {
        let Some(place) = self.added.first().filter(|_| self.others.is_none() && self.unions.is_empty()) else {
            return Vec::new();
        };
        let missing = self.required.iter().filter(|name| !self.properties.contains_key(**name));
        missing
            .map(|name| Problem::new(place, format!("the required member `{name}` has no schema, so it is left out")))
            .collect()
    }

    /// Adds the type of the members whose names match a pattern.
    fn add_patterns(&mut self, schema: &Cursor<'d>, is_closed: bool) {
        let patterns = schema.entries_of("patternProperties");
        let Some((_, first)) = patterns.first() else { return };
        let is_single = patterns.iter().all(|(_, pattern)| pattern.node == first.node);
        if is_single && self.others.is_none() && (is_closed || schema.get("properties").is_none()) {
            self.others = Some(first.clone());
        } else {
            self.problems.push(Problem::new(&first.place, "the members with this pattern have no type of their own"));
        }
    }
}

/// Returns whether a schema has a type.
pub(super) fn is_typed(schema: &Cursor<'_>) -> bool {
    schema.node.entries().any(|(key, _)| TYPED.contains(&key))
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
    alternatives(schema).iter().any(is_typed)
}

/// The alternatives of `oneOf` or `anyOf`.
pub(super) fn alternatives<'d>(schema: &Cursor<'d>) -> Vec<Cursor<'d>> {
    let one_of = schema.items_of("oneOf");
    if one_of.is_empty() { schema.items_of("anyOf") } else { one_of }
}
