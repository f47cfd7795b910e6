//! Compares values that were sent with values that were read and written.

use serde_json::Value;

/// A difference between two values.
pub(crate) struct Difference {
    pub(crate) pointer: String,
    pub(crate) message: String,
}

/// Returns the first difference. Members that are `null` are the same as missing ones, since types of responses do not distinguish
/// them, and numbers and times can be written in several ways.
pub(crate) fn difference(sent: &Value, returned: &Value) -> Option<Difference> {
    match (sent, returned) {
        (Value::Object(sent), Value::Object(returned)) => {
            for (name, value) in sent {
                let own = returned.get(name).unwrap_or(&Value::Null);
                if let Some(inner) = difference(value, own) {
                    return Some(Difference { pointer: format!("/{name}{}", inner.pointer), ..inner });
                }
            }
            let added = returned.iter().find(|(name, value)| !sent.contains_key(*name) && !value.is_null());
            added.map(|(name, value)| Difference {
                pointer: format!("/{name}"),
                message: format!("it is added: {}", short(value)),
            })
        }
        (Value::Array(sent), Value::Array(returned)) if sent.len() == returned.len() => {
            sent.iter().zip(returned).enumerate().find_map(|(index, (sent, returned))| {
                let inner = difference(sent, returned)?;
                Some(Difference { pointer: format!("/{index}{}", inner.pointer), ..inner })
            })
        }
        (sent, returned) if is_same(sent, returned) => None,
        (sent, returned) => {
            Some(Difference { pointer: String::new(), message: format!("{} becomes {}", short(sent), short(returned)) })
        }
    }
}

fn is_same(sent: &Value, returned: &Value) -> bool {
    match (sent, returned) {
        (Value::Number(sent), Value::Number(returned)) => sent.as_f64() == returned.as_f64(),
        (Value::String(sent), Value::String(returned)) => {
            let times = || Some((sent.parse::<jiff::Timestamp>().ok()?, returned.parse::<jiff::Timestamp>().ok()?));
            sent == returned || sent.eq_ignore_ascii_case(returned) || times().is_some_and(|(sent, own)| sent == own)
        }
        _ => sent == returned,
    }
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
