//! Parameters that are a body, other than those that serde encodes.

use std::fmt::Display;

use bytes::Bytes;

use crate::Body;
use crate::request::{EncodedBody, Multipart};

/// A value for `text = name`: a type with `Display`, or an `Option` of one.
///
/// `None` sends no body and no `Content-Type`. `Kind` is [`Plain`] or [`Optional`]. The compiler infers it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as text",
    label = "does not implement `Display`",
    note = "the text is the `Display` of the parameter, or of the value in its `Option`; implement `std::fmt::Display` for that type, or pass one that has it"
)]
pub trait TextBody<Kind> {
    /// Returns the body.
    #[doc(hidden)]
    fn to_text_body(&self) -> EncodedBody;
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
    fn to_text_body(&self) -> EncodedBody {
        EncodedBody::text(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Display> TextBody<Optional> for Option<T> {
    fn to_text_body(&self) -> EncodedBody {
        match self {
            Some(value) => EncodedBody::text(value),
            None => EncodedBody::none(),
        }
    }
}

/// A value for `bytes = name`: bytes in memory, or an `Option` of them.
///
/// [`Bytes`] are shared, other types are copied. `None` sends no body and no `Content-Type`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as bytes",
    label = "not bytes",
    note = "pass `bytes::Bytes`, a `Vec<u8>`, a slice or an array of bytes, or a string"
)]
pub trait BytesBody {
    /// Returns the bytes; `None` sends no body.
    fn to_bytes(&self) -> Option<Bytes>;
}

#[diagnostic::do_not_recommend]
impl BytesBody for Bytes {
    fn to_bytes(&self) -> Option<Bytes> {
        Some(self.clone())
    }
}

macro_rules! copied {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl BytesBody for $ty {
            fn to_bytes(&self) -> Option<Bytes> {
                Some(Bytes::copy_from_slice(self.as_ref()))
            }
        }
    )*};
}

copied!([u8], Vec<u8>, Box<[u8]>, str, String);

#[diagnostic::do_not_recommend]
impl<const N: usize> BytesBody for [u8; N] {
    fn to_bytes(&self) -> Option<Bytes> {
        Some(Bytes::copy_from_slice(self))
    }
}

#[diagnostic::do_not_recommend]
impl<T: BytesBody + ?Sized> BytesBody for &T {
    fn to_bytes(&self) -> Option<Bytes> {
        T::to_bytes(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: BytesBody> BytesBody for Option<T> {
    fn to_bytes(&self) -> Option<Bytes> {
        match self {
            Some(bytes) => bytes.to_bytes(),
            None => None,
        }
    }
}

/// A value for `stream = name`: a [`Body`], bytes, text, or an `Option` of one.
///
/// `None` sends no body and no `Content-Type`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a stream",
    label = "not a body",
    note = "pass a `Body`, as of `Body::from_stream`, or `Lines`, as of `Lines::from_iter`, by value"
)]
pub trait StreamBody {
    /// Returns the body.
    #[doc(hidden)]
    fn into_stream_body(self) -> EncodedBody;
}

macro_rules! streamed {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl StreamBody for $ty {
            fn into_stream_body(self) -> EncodedBody {
                EncodedBody::bytes(Some(self.into()))
            }
        }
    )*};
}

streamed!(Body, Bytes, Vec<u8>, String, &'static str, &'static [u8]);

#[diagnostic::do_not_recommend]
impl<S: StreamBody> StreamBody for Option<S> {
    fn into_stream_body(self) -> EncodedBody {
        match self {
            Some(body) => body.into_stream_body(),
            None => EncodedBody::none(),
        }
    }
}

/// A value for `multipart = name`: a [`Multipart`], or an `Option` of one.
///
/// `None` sends no body and no `Content-Type`.
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

#[diagnostic::do_not_recommend]
impl MultipartBody for Multipart {
    fn into_multipart_body(self) -> EncodedBody {
        self.encode()
    }
}

#[diagnostic::do_not_recommend]
impl MultipartBody for Option<Multipart> {
    fn into_multipart_body(self) -> EncodedBody {
        match self {
            Some(form) => form.encode(),
            None => EncodedBody::none(),
        }
    }
}
