//! Ids of records.

use std::borrow::Borrow;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

use crate::Patch;

/// The id of a record: a canonical id or a display id.
///
/// A canonical id is an opaque string, unique across workspaces. A display id is the number that the app shows, unique
/// within one workspace. Every path of the API accepts both: the server treats a number as a display id, and anything
/// else as a canonical id (Pivotal API, Identifiers). A slug is neither, so the server returns 404.
///
/// Store canonical ids. Responses contain both, as `id` and `display_id`.
///
/// Both kinds are strings in JSON.
///
/// ```
/// use pivotal_api::Id;
///
/// assert_eq!(Id::from(318).as_str(), "318");
/// assert_eq!(Id::from("cl9bn00of0000g7l8gcq8c4xk").to_string(), "cl9bn00of0000g7l8gcq8c4xk");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Returns the id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Lets a map with `Id` keys be searched with a `&str`.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = Infallible;

    fn from_str(id: &str) -> Result<Self, Infallible> {
        Ok(id.into())
    }
}

/// Implements the conversions to [`Id`], and to an update's field that contains one.
macro_rules! id_from {
    ($($source:ty: |$id:ident| $text:expr;)*) => {$(
        impl From<$source> for Id {
            fn from($id: $source) -> Self {
                Self($text)
            }
        }

        impl From<$source> for Patch<Id> {
            fn from(id: $source) -> Self {
                Self::Set(id.into())
            }
        }
    )*};
}

id_from! {
    &str: |id| id.to_owned();
    String: |id| id;
    &String: |id| id.clone();
    &Id: |id| id.0.clone();
    i32: |display_id| display_id.to_string();
    i64: |display_id| display_id.to_string();
    u32: |display_id| display_id.to_string();
    u64: |display_id| display_id.to_string();
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor)
    }
}

struct IdVisitor;

impl Visitor<'_> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id: a string or an integer")
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<Id, E> {
        Ok(Id::from(id))
    }

    fn visit_i64<E: de::Error>(self, display_id: i64) -> Result<Id, E> {
        Ok(Id::from(display_id))
    }

    fn visit_u64<E: de::Error>(self, display_id: u64) -> Result<Id, E> {
        Ok(Id::from(display_id))
    }
}
