//! Converts bodies of any type.

use std::any::Any;
use std::mem::take;

use bytes::Bytes;

use super::BoxError;
use crate::Body;

/// Converts a body. One that is a [`Body`] stays as it is, so that bytes in memory stay there.
pub(super) fn into_body<B>(mut body: B) -> Body
where
    B: hyper::body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    let own: Option<&mut Body> = (&mut body as &mut dyn Any).downcast_mut();
    match own {
        Some(own) => take(own),
        None => Body::from_http(Box::pin(body)),
    }
}
