//! The three things an update can do to a field that may be null.

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Id;

/// What an update does to a field that may be null: leave it, clear it, or set it.
///
/// A `PATCH` leaves the fields alone that its body does not name, so a field left out and a field
/// sent as `null` are different requests. `Option` cannot tell them apart; this can.
///
/// Anything that converts to the field's type is a [`Patch::Set`]:
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
/// There is no conversion from an `Option`, whose `None` may mean either:
///
/// ```
/// use pivotal_api::{CustomerUpdate, Patch};
///
/// let plan: Option<String> = None;
/// let as_it_is_there = CustomerUpdate::new().plan(plan.clone().map_or(Patch::Clear, Patch::Set));
/// let if_it_is_known = CustomerUpdate::new().plan(plan.map_or(Patch::Keep, Patch::Set));
/// # assert_eq!((as_it_is_there.plan, if_it_is_known.plan), (Patch::Clear, Patch::Keep));
/// ```
///
/// In a struct of your own, give the field
/// `#[serde(default, skip_serializing_if = "Patch::is_keep")]`: without it, writing a
/// [`Patch::Keep`] is an error, since any value written there would change the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a field is kept, cleared or set: there is no fourth case to leave room for"
)]
pub enum Patch<T> {
    /// Leaves the field as it is, by not sending it.
    #[default]
    Keep,
    /// Sends `null`. The pages of the API that could be read do not say that `null` clears a
    /// field; look at the record that comes back.
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

// A blanket `From<impl Into<T>>` would overlap with the one above, so the shorthands are listed.
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
    Id: &str, String, &String, &Id, i32, i64, u32, u64;
    i64: i32, u32;
    f64: f32, i32, u32;
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep => Err(S::Error::custom("a field to keep must not be written; skip it with `Patch::is_keep`")),
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
