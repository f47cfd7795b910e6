//! Changes to fields that can be null.

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A change to a field that can be `null`: keep, clear, or set it.
///
/// A `PATCH` keeps the fields that are missing in its body, so a missing field and a field that is `null` are different
/// requests. `Option` cannot distinguish them.
///
/// Values that convert to the field's type become [`Patch::Set`]:
///
/// ```
/// use pivotal_api::{CustomerUpdate, Patch};
///
/// let changes = CustomerUpdate::new().plan("scale").domain(Patch::Clear);
///
/// assert_eq!(changes.plan, Patch::Set("scale".to_owned()));
/// assert_eq!(
///     serde_json::to_value(&changes)?,
///     serde_json::json!({ "plan": "scale", "domain": null }),
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// An `Option` does not convert, since `None` can mean [`Patch::Clear`] or [`Patch::Keep`]:
///
/// ```
/// use pivotal_api::{CustomerUpdate, Patch};
///
/// let plan: Option<String> = None;
/// let set_or_clear = CustomerUpdate::new().plan(plan.clone().map_or(Patch::Clear, Patch::Set));
/// let set_or_keep = CustomerUpdate::new().plan(plan.map_or(Patch::Keep, Patch::Set));
/// # assert_eq!((set_or_clear.plan, set_or_keep.plan), (Patch::Clear, Patch::Keep));
/// ```
///
/// In a struct of your own, add `#[serde(default, skip_serializing_if = "Patch::is_keep")]` to the field. Without it,
/// serializing [`Patch::Keep`] is an error, since any value would change the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(clippy::exhaustive_enums, reason = "a field is kept, cleared or set; a fourth case is impossible")]
pub enum Patch<T> {
    /// Keeps the field as it is.
    ///
    /// The field is not sent.
    #[default]
    Keep,
    /// Clears the field, by sending `null`.
    ///
    /// Pivotal's docs do not state that `null` clears a field, so check the record in the response.
    Clear,
    /// Sends a value.
    Set(T),
}

impl<T> Patch<T> {
    /// Returns whether the field is left out of the request.
    #[must_use]
    pub fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

// `impl<S: Into<T>> From<S> for Patch<T>` would overlap with the impl above, so the types are listed, those of ids in `id`.
macro_rules! set_from {
    ($($target:ty: $($source:ty),+;)*) => {$($(
        impl From<$source> for Patch<$target> {
            fn from(value: $source) -> Self {
                Self::Set(value.into())
            }
        }
    )+)*};
}

set_from! {
    String: &str, &String;
    i64: i32, u32;
    f64: f32, i32, u32;
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep => {
                Err(S::Error::custom("`Patch::Keep` cannot be serialized; skip the field with `Patch::is_keep`"))
            }
            Self::Clear => serializer.serialize_none(),
            Self::Set(value) => serializer.serialize_some(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Option::deserialize(deserializer)? {
            None => Self::Clear,
            Some(value) => Self::Set(value),
        })
    }
}
