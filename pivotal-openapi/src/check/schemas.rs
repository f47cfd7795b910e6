//! Properties of schemas, with references resolved.

use crate::document::{Cursor, Node};

/// The maximum depth of `allOf`.
const MAX_DEPTH: usize = 16;

/// Returns whether a value is an array, and nothing else but `null`.
pub(super) fn is_array(schema: &Cursor<'_>) -> bool {
    is_only(schema, "array")
}

/// Returns whether a value is an object, and nothing else but `null`.
pub(super) fn is_object(schema: &Cursor<'_>) -> bool {
    is_only(schema, "object") || (schema.get("type").is_none() && !properties(schema).is_empty())
}

fn is_only(schema: &Cursor<'_>, name: &str) -> bool {
    let types = types(schema);
    types.contains(&name) && types.iter().all(|other| [name, "null"].contains(other))
}

/// The values of `type`.
pub(super) fn types<'d>(schema: &Cursor<'d>) -> Vec<&'d str> {
    match schema.node.get("type") {
        Some(Node::String(one)) => vec![one.as_str()],
        Some(many) => many.items().iter().filter_map(Node::as_str).collect(),
        None => Vec::new(),
    }
}

/// The schema, and those of its `allOf`, without references.
pub(super) fn parts<'d>(schema: &Cursor<'d>) -> Vec<Cursor<'d>> {
    let mut found: Vec<Cursor<'d>> = Vec::new();
    let mut open = vec![(schema.clone(), 0)];
    while let Some((cursor, depth)) = open.pop() {
        // In 3.1, a reference can have other keywords beside it.
        let target = cursor.reference().and_then(|_| cursor.clone().resolve().ok());
        if let Some(target) = target
            && depth < MAX_DEPTH
        {
            open.push((target, depth + 1));
        }
        if depth < MAX_DEPTH {
            open.extend(cursor.items_of("allOf").into_iter().map(|part| (part, depth + 1)));
        }
        if !found.iter().any(|known| known.place == cursor.place) {
            found.push(cursor);
        }
    }
    found
}

/// The properties of an object, with those of `allOf`.
pub(super) fn properties<'d>(schema: &Cursor<'d>) -> Vec<(&'d str, Cursor<'d>)> {
    let mut found: Vec<(&str, Cursor<'_>)> = Vec::new();
    for part in parts(schema) {
        for (name, property) in part.entries_of("properties") {
            if !found.iter().any(|(known, _)| *known == name) {
                found.push((name, property));
            }
        }
    }
    found
}

/// Returns a property of an object.
pub(super) fn property<'d>(schema: &Cursor<'d>, name: &str) -> Option<Cursor<'d>> {
    properties(schema).into_iter().find(|(known, _)| *known == name).map(|(_, property)| property)
}

/// The names of required properties.
pub(super) fn required<'d>(schema: &Cursor<'d>) -> Vec<&'d str> {
    let mut names = Vec::new();
    for part in parts(schema) {
        let own = part.node.get("required").map(Node::items).unwrap_or_default();
        names.extend(own.iter().filter_map(Node::as_str));
    }
    names.dedup();
    names
}
