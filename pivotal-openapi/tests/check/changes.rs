//! Changes of a document.

use serde_json::Value;

/// A change of a document, at a JSON pointer.
pub(crate) enum Change<'t> {
    /// `set POINTER JSON`
    Set(&'t str, Value),
    /// `remove POINTER`
    Remove(&'t str),
    /// `rename POINTER NAME`: gives a member another name.
    Rename(&'t str, &'t str),
}

impl<'t> Change<'t> {
    pub(crate) fn parse(line: &'t str) -> Self {
        let mut words = line.splitn(3, ' ');
        match (words.next(), words.next(), words.next()) {
            (Some("set"), Some(pointer), Some(json)) => Self::Set(pointer, serde_json::from_str(json).unwrap()),
            (Some("remove"), Some(pointer), None) => Self::Remove(pointer),
            (Some("rename"), Some(pointer), Some(name)) => Self::Rename(pointer, name),
            _ => panic!("{line} is no change"),
        }
    }

    /// Changes a document.
    pub(crate) fn apply(self, document: &mut Value) {
        match self {
            Self::Set(pointer, value) => set(document, pointer, value),
            Self::Remove(pointer) => drop(remove(document, pointer)),
            Self::Rename(pointer, name) => {
                let value = remove(document, pointer);
                let (parent, _) = pointer.rsplit_once('/').unwrap();
                set(document, &format!("{parent}/{name}"), value);
            }
        }
    }
}

/// Returns the value that contains a place, and the key.
fn parent<'d>(document: &'d mut Value, pointer: &str) -> (&'d mut Value, String) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}"));
    (parent, key.replace("~1", "/").replace("~0", "~"))
}

fn set(document: &mut Value, pointer: &str, value: Value) {
    match parent(document, pointer) {
        (Value::Object(members), key) => drop(members.insert(key, value)),
        (Value::Array(items), key) if key == "-" => items.push(value),
        (Value::Array(items), key) => items[key.parse::<usize>().unwrap()] = value,
        _ => panic!("{pointer} is no member"),
    }
}

fn remove(document: &mut Value, pointer: &str) -> Value {
    match parent(document, pointer) {
        (Value::Object(members), key) => members.remove(&key).unwrap_or_else(|| panic!("there is no {pointer}")),
        (Value::Array(items), key) => items.remove(key.parse().unwrap()),
        _ => panic!("{pointer} is no member"),
    }
}
