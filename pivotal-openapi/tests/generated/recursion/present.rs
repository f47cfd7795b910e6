//! Members that can be absent or `null`: `None` is absent, `Some(None)` is `null`.

use serde::{Deserialize, Deserializer};

/// Reads a member that is present.
pub(super) fn some<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
