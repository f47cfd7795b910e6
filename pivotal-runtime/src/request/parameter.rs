//! Parameters of endpoints.
//!
//! Each trait is implemented for all types that are allowed at one place of a request. The traits supply the compile errors
//! for other types.

use std::fmt::Display;

use bytes::Bytes;
use serde::Serialize;

use super::{EncodedBody, Multipart};
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

    /// A value for `body = name`: a type that serde can write as JSON, or an `Option` of one. `None` sends no body and no
    /// `Content-Type`. `Some(None)`, of an `Option` in an `Option`, is sent as `null`, and so is `()`.
    JsonBody,
    "`{Self}` cannot be sent as JSON",
    "derive `serde::Serialize` for `{Self}`, and for the types in it";

    /// A value for `form = name`: a struct, a map or a list of pairs, or an `Option` of one. `None` sends no body and no
    /// `Content-Type`, unless there are other fields.
    ///
    /// A value is a scalar, a list, a struct, a map or an enum. Nested values are sent in bracket notation, at any depth:
    ///
    /// | value | pairs |
    /// | --- | --- |
    /// | `Order { id: 7 }` | `id=7` |
    /// | `None`, also in a list | none |
    /// | a list of scalars | `tags=a&tags=b` |
    /// | the same in a field that is renamed to `expand[]` | `expand[]=a&expand[]=b` |
    /// | a struct or a map in a field | `metadata[order]=7` |
    /// | a list of scalars in a nested field | `user[tags][]=a&user[tags][]=b` |
    /// | a list of structs, maps or lists | `items[0][price]=p&items[1][price]=q` |
    /// | an enum with a value | `payment[card][number]=7` |
    /// | a unit | a key without `=` |
    ///
    /// Keys are percent-encoded, such as `metadata%5Border%5D=7`. If an API has another notation, pass a list of pairs whose keys
    /// use it.
    FormBody,
    "`{Self}` cannot be sent as a form",
    "derive `serde::Serialize` for `{Self}`, and for the types in it";

    /// A value for `form("field") = name`: a value of a field, as in a [`FormBody`]. `None` leaves the field out.
    FormField,
    "`{Self}` cannot be sent in a form",
    "derive `serde::Serialize` for `{Self}`, and for the types in it";
}

/// A value for `text = name`: a type with `Display`, or an `Option` of one. `None` sends no body and no `Content-Type`.
///
/// `Kind` is [`Plain`] or [`Optional`]. The compiler infers it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as text",
    label = "does not implement `Display`",
    note = "the text is the `Display` of the parameter; implement `std::fmt::Display` for `{Self}`, or pass a type that has it"
)]
pub trait TextBody<Kind> {
    /// Returns the text.
    #[doc(hidden)]
    fn encode(&self) -> EncodedBody;
}

/// Marker: a [`TextBody`] that is always sent.
#[derive(Debug)]
#[non_exhaustive]
pub struct Plain;

/// Marker: a [`TextBody`] that is an `Option`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Optional;

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> TextBody<Plain> for T {
    fn encode(&self) -> EncodedBody {
        EncodedBody::text(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Display> TextBody<Optional> for Option<T> {
    fn encode(&self) -> EncodedBody {
        match self {
            Some(value) => EncodedBody::text(value),
            None => EncodedBody::none(),
        }
    }
}

/// A value for `bytes = name`, or an `Option` of one. [`Bytes`] are shared, other types are copied. `None` sends no body and no
/// `Content-Type`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as bytes",
    label = "not bytes",
    note = "pass `bytes::Bytes`, a `Vec<u8>`, a slice or an array of bytes, or a string"
)]
pub trait BytesBody {
    /// Returns the bytes; `None` sends no body.
    fn to_bytes(&self) -> Option<Bytes>;
}

impl BytesBody for Bytes {
    fn to_bytes(&self) -> Option<Bytes> {
        Some(self.clone())
    }
}

macro_rules! copied {
    ($($ty:ty),*) => {$(
        impl BytesBody for $ty {
            fn to_bytes(&self) -> Option<Bytes> {
                Some(Bytes::copy_from_slice(self.as_ref()))
            }
        }
    )*};
}

copied!([u8], Vec<u8>, Box<[u8]>, str, String);

impl<const N: usize> BytesBody for [u8; N] {
    fn to_bytes(&self) -> Option<Bytes> {
        Some(Bytes::copy_from_slice(self))
    }
}

impl<T: BytesBody + ?Sized> BytesBody for &T {
    fn to_bytes(&self) -> Option<Bytes> {
        T::to_bytes(self)
    }
}

impl<T: BytesBody> BytesBody for Option<T> {
    fn to_bytes(&self) -> Option<Bytes> {
        match self {
            Some(bytes) => bytes.to_bytes(),
            None => None,
        }
    }
}

/// A value for `stream = name`: a [`Body`], bytes, text, or an `Option` of one. `None` sends no body and no `Content-Type`.
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

macro_rules! streamed {
    ($($ty:ty),*) => {$(
        impl StreamBody for $ty {
            fn into_stream_body(self) -> EncodedBody {
                EncodedBody::bytes(Some(self.into()))
            }
        }
    )*};
}

streamed!(Body, Bytes, Vec<u8>, String, &'static str, &'static [u8]);

impl<S: StreamBody> StreamBody for Option<S> {
    fn into_stream_body(self) -> EncodedBody {
        match self {
            Some(body) => body.into_stream_body(),
            None => EncodedBody::none(),
        }
    }
}

/// A value for `multipart = name`: a [`Multipart`], or an `Option` of one. `None` sends no body and no `Content-Type`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as multipart",
    label = "not `Multipart`",
    note = "pass `Multipart` by value, made with `Multipart::new`"
)]
pub trait MultipartBody {
    /// Returns the body.
    #[doc(hidden)]
    fn into_multipart_body(self) -> EncodedBody;
}

impl MultipartBody for Multipart {
    fn into_multipart_body(self) -> EncodedBody {
        self.encode()
    }
}

impl MultipartBody for Option<Multipart> {
    fn into_multipart_body(self) -> EncodedBody {
        match self {
            Some(form) => form.encode(),
            None => EncodedBody::none(),
        }
    }
}
