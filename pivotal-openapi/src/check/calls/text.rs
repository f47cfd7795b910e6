//! Values that are sent as text.

use serde_json::{Map, Value};

use crate::check::schemas::{parts, properties, types};
use crate::document::Cursor;

/// Returns the JSON value of a text, as the type of the schema: a number, a boolean, or the text.
pub(super) fn typed(schema: &Cursor<'_>, text: &str) -> Value {
    let names = all_types(schema);
    let is = |name: &str| names.contains(&name);
    match text {
        "true" if is("boolean") => return Value::Bool(true),
        "false" if is("boolean") => return Value::Bool(false),
        _ => {}
    }
    if (is("integer") || is("number"))
        && let Ok(Value::Number(number)) = serde_json::from_str(text)
    {
        return Value::Number(number);
    }
    Value::String(text.to_owned())
}

/// The types of a schema, of its parts and of its branches.
fn all_types<'d>(schema: &Cursor<'d>) -> Vec<&'d str> {
    let mut found = Vec::new();
    for part in parts(schema) {
        found.extend(types(&part));
        let branches = part.items_of("oneOf").into_iter().chain(part.items_of("anyOf"));
        for branch in branches.flat_map(|branch| parts(&branch)) {
            found.extend(types(&branch));
        }
    }
    found
}

/// Returns an object of pairs, each with the type of its property. A repeated pair is a list.
pub(super) fn object(schema: &Cursor<'_>, pairs: &[(String, String)]) -> Value {
    let known = properties(schema);
    let mut object = Map::new();
    for (name, text) in pairs {
        let property = known.iter().find(|(own, _)| own == name).map(|(_, property)| property);
        let items = property.and_then(|property| parts(property).into_iter().find_map(|part| part.get("items")));
        let value = match (&items, property) {
            (Some(items), _) => typed(items, text),
            (None, Some(property)) => typed(property, text),
            (None, None) => Value::String(text.clone()),
        };
        match object.get_mut(name) {
            Some(Value::Array(values)) => values.push(value),
            _ if items.is_some() => drop(object.insert(name.clone(), Value::Array(vec![value]))),
            _ => drop(object.insert(name.clone(), value)),
        }
    }
    Value::Object(object)
}
