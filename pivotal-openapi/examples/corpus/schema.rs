//! Schemas of a document: references, and the parts of `allOf`.

use std::path::Path;

use serde_json::{Map, Value, json};

/// The maximum number of references that lead from one to another.
const MAX_REFERENCES: usize = 16;

/// A document as JSON.
pub(crate) struct Spec {
    root: Value,
}

impl Spec {
    pub(crate) fn load(path: &Path) -> Result<Self, Box<dyn std::error::Error>> {
        let text = std::fs::read_to_string(path)?;
        let root = match serde_json::from_str(&text) {
            Ok(root) => root,
            Err(_) => serde_saphyr::from_str(&text)?,
        };
        Ok(Self { root })
    }

    pub(crate) fn root(&self) -> &Value {
        &self.root
    }

    /// Follows references inside the document. Returns `Null` for one that leads nowhere, or to another file.
    pub(crate) fn resolve<'s>(&'s self, value: &'s Value) -> &'s Value {
        let mut value = value;
        for _ in 0..MAX_REFERENCES {
            let Some(reference) = value.get("$ref").and_then(Value::as_str) else { return value };
            let pointer = reference.strip_prefix('#').unwrap_or("/?");
            value = self.root.pointer(pointer).unwrap_or(&Value::Null);
        }
        &Value::Null
    }

    /// Returns the operation with its path item.
    pub(crate) fn operation(&self, method: &str, path: &str) -> Option<(&Value, &Value)> {
        let item = self.resolve(self.root.get("paths")?.get(path)?);
        Some((item.get(method.to_ascii_lowercase())?, item))
    }

    /// Returns a schema without a reference and without `allOf`.
    pub(crate) fn flat(&self, schema: &Value) -> Map<String, Value> {
        let mut flat = Map::new();
        self.add(&mut flat, schema, 0);
        flat
    }

    fn add(&self, flat: &mut Map<String, Value>, schema: &Value, depth: usize) {
        let Some(members) = self.resolve(schema).as_object() else { return };
        for part in members.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            if depth < MAX_REFERENCES {
                self.add(flat, part, depth + 1);
            }
        }
        for (key, value) in members {
            match (key.as_str(), flat.get_mut(key), value) {
                ("properties", Some(Value::Object(known)), Value::Object(added)) => known.extend(added.clone()),
                ("required", Some(Value::Array(known)), Value::Array(added)) => known.extend(added.clone()),
                // The alternatives of several parts: the first ones.
                ("allOf", ..) | ("oneOf" | "anyOf", Some(_), _) => {}
                _ => drop(flat.insert(key.clone(), value.clone())),
            }
        }
        // In 3.1, other keywords can be beside a reference.
        if schema.get("$ref").is_some() {
            for key in ["example", "default", "description"] {
                flat.extend(schema.get(key).map(|value| (key.to_owned(), value.clone())));
            }
        }
    }

    /// Drops members that the schema does not describe.
    pub(crate) fn known(&self, schema: &Value, value: &Value) -> Value {
        let schema = self.flat(schema);
        let alternatives: Vec<&Value> =
            ["oneOf", "anyOf"].iter().filter_map(|key| schema.get(*key)?.as_array()).flatten().collect();
        match value {
            Value::Object(members) => {
                let mut kept = Map::new();
                let others = schema.get("additionalProperties").filter(|others| others.is_object());
                let is_free = schema.get("properties").is_none() && alternatives.is_empty();
                for (name, member) in members {
                    let property = schema.get("properties").and_then(|properties| properties.get(name));
                    if let Some(property) = property.or(others) {
                        kept.insert(name.clone(), self.known(property, member));
                    } else if is_free {
                        kept.insert(name.clone(), member.clone());
                    }
                }
                for alternative in alternatives {
                    if let Value::Object(own) = self.known(alternative, value) {
                        for (name, member) in own {
                            kept.entry(name).or_insert(member);
                        }
                    }
                }
                Value::Object(kept)
            }
            Value::Array(items) => match schema.get("items") {
                Some(schema) => items.iter().map(|item| self.known(schema, item)).collect(),
                None if alternatives.is_empty() => value.clone(),
                None => {
                    // Members that the items of any alternative describe.
                    let schemas: Vec<Value> =
                        alternatives.iter().filter_map(|alternative| self.flat(alternative).remove("items")).collect();
                    items.iter().map(|item| self.known(&json!({ "anyOf": schemas }), item)).collect()
                }
            },
            other => other.clone(),
        }
    }
}
