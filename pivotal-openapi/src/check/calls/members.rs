//! Members of a response that a method ignores.

use serde_json::{Value, json};

use super::instances::{Instance, Part};

/// Returns the pointers of members that are ignored: a value of another type is accepted in their place. Parts of an ignored
/// member are not returned, nor are constants, which are the same in each response.
pub(super) fn ignored(instance: &Instance, is_read: impl Fn(&Value) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut pointers: Vec<&String> =
        instance.places.iter().filter(|part| !part.is_constant).map(|part| &part.pointer).collect();
    pointers.dedup();
    for pointer in pointers {
        let is_inside =
            found.iter().any(|outer| pointer.strip_prefix(outer.as_str()).is_some_and(|rest| rest.starts_with('/')));
        let Some((parent, _)) = pointer.rsplit_once('/').filter(|_| !is_inside) else { continue };
        // The items of an array are ignored with it.
        if !instance.value.pointer(parent).is_some_and(Value::is_object) {
            continue;
        }
        let mut changed = instance.value.clone();
        let Some(member) = changed.pointer_mut(pointer) else { continue };
        *member = other(member);
        if is_read(&changed) {
            found.push(pointer.clone());
        }
    }
    found
}

/// Returns a value of another type. It is nothing that a type converts.
fn other(value: &Value) -> Value {
    match value {
        Value::Object(_) => json!(true),
        _ => json!({ "?": [] }),
    }
}

/// Returns the innermost part of a value that cannot be read: with a value of another type in its place, all can be read.
pub(super) fn culprit(instance: &Instance, pointer: &str, is_read: impl Fn(&Value) -> bool) -> Option<String> {
    let candidates = [
        json!("string"),
        json!(1),
        json!(1.5),
        json!(true),
        Value::Null,
        json!([]),
        json!({}),
        json!("2026-11-26T08:00:00Z"),
        json!("2026-11-26"),
        json!("a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d"),
    ];
    let mut inner: Vec<&Part> = instance.places.iter().collect();
    inner.retain(|part| part.pointer.strip_prefix(pointer).is_some_and(|rest| rest.starts_with('/')));
    inner.sort_by_key(|part| std::cmp::Reverse(part.pointer.matches('/').count()));
    let is_culprit = |part: &&&Part| {
        // A schema can be that of several parts.
        let same = || instance.places.iter().filter(|other| other.place == part.place);
        candidates.iter().any(|candidate| {
            let mut changed = instance.value.clone();
            for other in same() {
                if let Some(value) = changed.pointer_mut(&other.pointer) {
                    *value = candidate.clone();
                }
            }
            is_read(&changed)
        })
    };
    inner.iter().find(is_culprit).map(|part| part.pointer.clone())
}
