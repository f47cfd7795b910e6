//! Types around values that change their text.

use std::fmt::Display;

use serde::{Serialize, Serializer};

/// The name by which serializers of this crate recognize a [`PercentEncoded`].
pub(super) const PERCENT_ENCODED: &str = "$pivotal_runtime::PercentEncoded";

/// The name by which serializers of this crate recognize an [`ObjectKey`].
pub(super) const OBJECT_KEY: &str = "$pivotal_runtime::ObjectKey";

/// A value whose text is its [`Display`], for types without serde's `Serialize`.
///
/// ```
/// use std::fmt::Display;
///
/// use pivotal_runtime::{Displayed, Error, Transport, endpoint};
///
/// trait Packages: Transport {
///     /// `V` is the version type of any crate.
///     #[endpoint(GET, "/packages/<name>?<version>")]
///     async fn package<V: Display + Sync>(&self, name: &str, version: Displayed<V>) -> Result<String, Error>;
/// }
/// impl<T: Transport> Packages for T {}
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[expect(clippy::exhaustive_structs, reason = "a wrapper, whose field is its only use")]
pub struct Displayed<T>(pub T);

impl<T: Display> Serialize for Displayed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A text that is percent-encoded already (RFC 3986, section 2.1).
///
/// It is for a path, a query or a form, and is sent as it is. A text with characters that are not allowed there is an error
/// of the call.
///
/// ```
/// use pivotal_runtime::{Error, PercentEncoded, Transport, endpoint};
///
/// trait Projects: Transport {
///     /// The path of a project with its slashes encoded: `group%2Fproject`.
///     #[endpoint(GET, "/projects/<path>")]
///     async fn project(&self, path: PercentEncoded<&str>) -> Result<String, Error>;
/// }
/// impl<T: Transport> Projects for T {}
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[expect(clippy::exhaustive_structs, reason = "a wrapper, whose field is its only use")]
pub struct PercentEncoded<T>(pub T);

impl<T: Serialize> Serialize for PercentEncoded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(PERCENT_ENCODED, &self.0)
    }
}

/// The key of an object in a store such as S3, for `<name..>`.
///
/// Its segments can be empty, as in `photos/` and `a//b`. The segments `.` and `..` are errors of the call nevertheless,
/// because URL parsers drop them.
///
/// ```
/// use pivotal_runtime::{Body, Error, ObjectKey, Transport, endpoint};
///
/// trait Bucket: Transport {
///     /// Called as `object(ObjectKey("photos/"))` or `object("photos/".into())`.
///     #[endpoint(GET, "/<key..>")]
///     async fn object(&self, key: ObjectKey<&str>) -> Result<Body, Error>;
/// }
/// impl<T: Transport> Bucket for T {}
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[expect(clippy::exhaustive_structs, reason = "a wrapper, whose field is its only use")]
pub struct ObjectKey<T>(pub T);

impl<T: Serialize> Serialize for ObjectKey<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(OBJECT_KEY, &self.0)
    }
}

macro_rules! from_value {
    ($($wrapper:ident)*) => {$(
        impl<T> From<T> for $wrapper<T> {
            fn from(value: T) -> Self {
                Self(value)
            }
        }
    )*};
}

from_value!(Displayed PercentEncoded ObjectKey);
