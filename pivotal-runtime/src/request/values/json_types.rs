//! Types of `serde_json` that serialize as structs with a special name.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::ValueError;

/// The name of a `Number` with the feature `arbitrary_precision`. Its field is the text.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// The name of a `RawValue`. Its field is JSON.
pub(super) const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// Writes the value that JSON contains. A number or a `bool` keeps its characters.
pub(super) fn write_json<S: Serializer<Error = ValueError>>(json: &str, serializer: S) -> Result<S::Ok, ValueError> {
    let json = json.trim_ascii();
    if !json.starts_with(['"', '[', '{', 'n']) {
        return serializer.serialize_str(json);
    }
    match serde_json::from_str::<Value>(json) {
        Ok(value) => value.serialize(serializer),
        Err(_) => Err(ValueError::unreadable_json()),
    }
}
