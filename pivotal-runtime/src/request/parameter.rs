//! Parameters of endpoints.
//!
//! Each trait is implemented for all types that are allowed at one place of a request. The traits supply the compile errors
//! for other types.

use std::fmt::Display;

use bytes::Bytes;
use serde::Serialize;

use super::EncodedBody;
use crate::Body;

pub use crate::endpoint::{EndpointParameter, Location};

/// Defines traits that are implemented for all types with a trait of the standard library or of serde.
macro_rules! parameter_traits {
    ($bound:ident, $label:literal: $($(#[$doc:meta])* $name:ident, $message:literal, $note:literal;)*) => {$(
        $(#[$doc])*
        #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
        pub trait $name: $bound {}

        #[diagnostic::do_not_recommend]
        impl<T: $bound + ?Sized> $name for T {}
    )*};
}

parameter_traits! {
    Display, "does not implement `Display`":

    /// A value for `<name>` in a path: a type with `Display`.
    PathParameter,
    "`{Self}` is not allowed in a path",
    "the `Display` of a parameter fills its placeholder; implement `std::fmt::Display` for `{Self}`, or pass a type that has it";

    /// A value for `text = name`: a type with `Display`.
    TextBody,
    "`{Self}` cannot be sent as text",
    "the text is the `Display` of the parameter; implement `std::fmt::Display` for `{Self}`, or pass a type that has it";
}

parameter_traits! {
    Serialize, "does not implement `Serialize`":

    /// A value for `?<name>` in a query: a scalar, an `Option` of one, or a list of them, as serde serializes it.
    QueryParameter,
    "`{Self}` is not allowed in a query",
    "derive `serde::Serialize` for `{Self}`, and for the types in it";

    /// A value for `?<name..>`: a struct or map whose fields are query parameters.
    QueryFields,
    "the fields of `{Self}` are not allowed in a query",
    "derive `serde::Serialize` for `{Self}`, and for the types in it";

    /// A value for `header("Name") = name`: a scalar, an `Option` of one, or a list of them, as serde serializes it.
    HeaderParameter,
    "`{Self}` is not allowed in a header",
    "derive `serde::Serialize` for `{Self}`, and for the types in it; a `HeaderValue` is sent in a `HeaderMap`, by `header(..) = name`";

    /// A value for `body = name`: a type that serde can write as JSON.
    JsonBody,
    "`{Self}` cannot be sent as JSON",
    "derive `serde::Serialize` for `{Self}`, and for the types in it";

    /// A value for `form = name`: a struct, a map or a list of pairs, whose values are scalars or lists of them. If an API has
    /// a notation for nested fields, such as `metadata[color]=red`, pass pairs whose keys use it.
    FormBody,
    "`{Self}` cannot be sent as a form",
    "derive `serde::Serialize` for `{Self}`, and for the types in it";

    /// A value for `form("field") = name`: a scalar, an `Option` of one, or a list of them, as serde serializes it.
    FormField,
    "`{Self}` cannot be sent in a form",
    "derive `serde::Serialize` for `{Self}`, and for the types in it";
}

/// A value for `bytes = name`. [`Bytes`] are shared, other types are copied.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as bytes",
    label = "not bytes",
    note = "pass `bytes::Bytes`, a `Vec<u8>`, a slice or an array of bytes, or a string"
)]
pub trait BytesBody {
    /// Returns the bytes.
    fn to_bytes(&self) -> Bytes;
}

impl BytesBody for Bytes {
    fn to_bytes(&self) -> Bytes {
        self.clone()
    }
}

macro_rules! copied {
    ($($ty:ty),*) => {$(
        impl BytesBody for $ty {
            fn to_bytes(&self) -> Bytes {
                Bytes::copy_from_slice(self.as_ref())
            }
        }
    )*};
}

copied!([u8], Vec<u8>, Box<[u8]>, str, String);

impl<const N: usize> BytesBody for [u8; N] {
    fn to_bytes(&self) -> Bytes {
        Bytes::copy_from_slice(self)
    }
}

impl<T: BytesBody + ?Sized> BytesBody for &T {
    fn to_bytes(&self) -> Bytes {
        T::to_bytes(self)
    }
}

/// A value for `stream = name`: a [`Body`], or a type that converts into one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a stream",
    label = "not a body",
    note = "pass `Body`, made with `Body::from_stream`"
)]
pub trait StreamBody {
    /// Returns the body.
    #[doc(hidden)]
    fn into_stream_body(self) -> EncodedBody;
}

impl StreamBody for Body {
    fn into_stream_body(self) -> EncodedBody {
        EncodedBody::new(Ok(self), "application/octet-stream")
    }
}
