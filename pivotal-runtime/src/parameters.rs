//! What a parameter must be to stand where the declaration puts it.
//!
//! Each of these traits is there for every type that can do it. They exist to say in a user's words,
//! at the user's type, what is missing.

use std::fmt::Display;

use bytes::Bytes;
use serde::Serialize;

use crate::Body;

/// A value for `<name>` in a path: anything with `Display`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not allowed in a path",
    label = "does not implement `Display`",
    note = "the `Display` of a parameter fills its placeholder; implement `std::fmt::Display` for `{Self}`, or pass a type that has it"
)]
pub trait PathParameter: Display {}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> PathParameter for T {}

/// A value for `?<name>` in a query: a scalar, an `Option` of one, or a list of them, as serde sees it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not allowed in a query",
    label = "does not implement `Serialize`",
    note = "derive `serde::Serialize` for `{Self}`, and for the types in it"
)]
pub trait QueryParameter: Serialize {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> QueryParameter for T {}

/// A value for `?<name..>`: a struct or map whose fields are query parameters.
#[diagnostic::on_unimplemented(
    message = "the fields of `{Self}` are not allowed in a query",
    label = "does not implement `Serialize`",
    note = "derive `serde::Serialize` for `{Self}`, and for the types in it"
)]
pub trait QueryFields: Serialize {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> QueryFields for T {}

/// A value for `header("Name") = name`: a scalar, an `Option` of one, or a list of them, as serde sees it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not allowed in a header",
    label = "does not implement `Serialize`",
    note = "derive `serde::Serialize` for `{Self}`, and for the types in it; a `HeaderValue` is sent in a `HeaderMap`, by `header(..) = name`"
)]
pub trait HeaderParameter: Serialize {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> HeaderParameter for T {}

/// A value for `body = name`: what serde can write as JSON.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as JSON",
    label = "does not implement `Serialize`",
    note = "derive `serde::Serialize` for `{Self}`, and for the types in it"
)]
pub trait JsonBody: Serialize {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> JsonBody for T {}

/// A value for `form = name`: a struct, a map or a list of pairs. Its fields hold no parts of their own; where an API has a
/// notation for them, such as `metadata[color]=red`, give pairs whose keys are written in it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a form",
    label = "does not implement `Serialize`",
    note = "derive `serde::Serialize` for `{Self}`, and for the types in it"
)]
pub trait FormBody: Serialize {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> FormBody for T {}

/// A value for `text = name`: anything with `Display`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as text",
    label = "does not implement `Display`",
    note = "the text is the `Display` of the parameter; implement `std::fmt::Display` for `{Self}`, or pass a type that has it"
)]
pub trait TextBody: Display {}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> TextBody for T {}

/// A value for `bytes = name`. [`Bytes`] are shared, the others copied.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as bytes",
    label = "not bytes",
    note = "pass `bytes::Bytes`, a `Vec<u8>`, a slice or an array of bytes, or a string"
)]
pub trait BytesBody {
    /// The bytes.
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

/// A value for `stream = name`: a [`Body`], or what can be made one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a stream",
    label = "not a body",
    note = "pass `Body`, made with `Body::from_stream`"
)]
pub trait StreamBody {
    /// The body.
    fn into_body(self) -> Body;
}

#[diagnostic::do_not_recommend]
impl<T: Into<Body>> StreamBody for T {
    fn into_body(self) -> Body {
        self.into()
    }
}
