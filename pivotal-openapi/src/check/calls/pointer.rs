//! JSON pointers into instances, and errors of the runtime.

use pivotal_runtime::Error;
use serde_json::Value;

/// Returns a pointer with one more key.
pub(super) fn join(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The reason why a body could not be read.
pub(super) struct ReadError {
    /// The pointer to the value.
    pub(super) pointer: String,
    /// The reason, without the path and the position.
    pub(super) reason: String,
}

impl ReadError {
    /// Reads an error; `None` is one of another type.
    pub(super) fn new(error: Option<&Error>, instance: &Value) -> Self {
        let Some(error) = error else { return Self::parse("the method returns an error", instance) };
        let text = error.to_string();
        let start = error.endpoint().map(|endpoint| format!("{endpoint}: ")).unwrap_or_default();
        Self::parse(text.strip_prefix(&start).unwrap_or(&text), instance)
    }

    /// Reads the text of an error, such as
    /// ``GET /notes: returned 200 OK, but the body could not be read: expected u32 at `items[0].id`, line 1 column 14``.
    fn parse(text: &str, instance: &Value) -> Self {
        let text = text.split_once("the body could not be read: ").map_or(text, |(_, reason)| reason);
        let text = text.split_once(", line ").map_or(text, |(before, _)| before);
        let (reason, path) = match text.strip_suffix('`').and_then(|text| text.rsplit_once(" at `")) {
            Some((before, path)) => (before, path),
            None => (text, ""),
        };
        Self { pointer: pointer(path, instance), reason: reason.to_owned() }
    }
}

/// Returns the pointer of a path such as `items[0].id` or `scores{3}`, as far as it is in the instance.
fn pointer(path: &str, instance: &Value) -> String {
    let (mut pointer, mut value) = (String::new(), instance);
    for step in steps(path) {
        let key = match step.strip_prefix('{') {
            Some(number) => number.parse().ok().and_then(|entry: usize| value.as_object()?.keys().nth(entry)).cloned(),
            None => Some(step.trim_start_matches('[').to_owned()),
        };
        let Some(key) = key else { break };
        let next = match value {
            Value::Object(members) => members.get(&key),
            Value::Array(items) => key.parse::<usize>().ok().and_then(|index| items.get(index)),
            _ => None,
        };
        let Some(next) = next else { break };
        pointer = join(&pointer, &key);
        value = next;
    }
    pointer
}

/// The steps of a path: `name`, `[0` or `{0`.
fn steps(path: &str) -> Vec<String> {
    let mut steps = vec![String::new()];
    for character in path.chars() {
        match character {
            '.' | ']' | '}' => steps.push(String::new()),
            '[' | '{' => steps.push(character.to_string()),
            _ => steps.last_mut().into_iter().for_each(|step| step.push(character)),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn errors_have_a_pointer_and_a_reason() {
        let instance = json!({ "items": [{ "id": 1, "tags": [[1]] }], "map": { "a": { "x": 1 } } });
        let cases = [
            (
                "GET /a: returned 200 OK, but the body could not be read: expected u32 at `items[0].id`, line 1 column 14",
                "/items/0/id",
                "expected u32",
            ),
            (
                "the body could not be read: expected u32 at `items[0].tags[0][0]`, line 1 column 14",
                "/items/0/tags/0/0",
                "expected u32",
            ),
            ("the body could not be read: expected u32 at `map{0}.x`, line 1 column 14", "/map/a/x", "expected u32"),
            ("the body could not be read: missing field `id`, line 1 column 14", "", "missing field `id`"),
            (
                "the body could not be read: missing field `id` at `items[0]`, line 1 column 14",
                "/items/0",
                "missing field `id`",
            ),
        ];
        for (text, pointer, reason) in cases {
            let error = ReadError::parse(text, &instance);
            assert_eq!((error.pointer.as_str(), error.reason.as_str()), (pointer, reason), "{text}");
        }
    }
}
