//! Changes of a document.

use serde_json::Value;

/// A change of a document, at a JSON pointer.
#[derive(Clone)]
pub(crate) enum Change {
    /// Sets a value.
    Set(&'static str, Value),
    Remove(&'static str),
    /// Gives a member another name.
    Rename(&'static str, &'static str),
}

pub(crate) use Change::{Remove, Rename, Set};

impl Change {
    /// Changes a document.
    pub(crate) fn apply(&self, document: &mut Value) {
        match self {
            Self::Set(pointer, value) => set(document, pointer, value.clone()),
            Self::Remove(pointer) => drop(remove(document, pointer)),
            Self::Rename(pointer, name) => {
                let value = remove(document, pointer);
                let (parent, _) = pointer.rsplit_once('/').unwrap();
                set(document, &format!("{parent}/{name}"), value);
            }
        }
    }
}

fn set(document: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}")) {
        Value::Object(members) => drop(members.insert(key, value)),
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => *items.get_mut(key.parse::<usize>().unwrap()).unwrap() = value,
        _ => panic!("{parent} has no members"),
    }
}

fn remove(document: &mut Value, pointer: &str) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}")) {
        Value::Object(members) => members.remove(&key).unwrap_or_else(|| panic!("there is no {pointer}")),
        Value::Array(items) => items.remove(key.parse().unwrap()),
        _ => panic!("{parent} has no members"),
    }
}
