//! Converts a body of an HTTP library to a [`Body`].

use std::error::Error as StdError;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::Body;
use crate::Error;

impl Body {
    /// Creates a body from an `http_body::Body`, such as that of a hyper response.
    ///
    /// Trailers are dropped. An error of the body becomes [`Error::transport`], unless it is an [`Error`] already.
    ///
    /// Pin a body that is not `Unpin`: `Body::from_http(Box::pin(body))`.
    pub fn from_http<B>(body: B) -> Self
    where
        B: hyper::body::Body<Data = Bytes, Error: Into<Box<dyn StdError + Send + Sync>>> + Send + Unpin + 'static,
    {
        Self::from_http_with(body, |error| Error::own_or_transport(error.into()))
    }

    pub(crate) fn from_http_with<B>(body: B, into_error: fn(B::Error) -> Error) -> Self
    where
        B: hyper::body::Body<Data = Bytes> + Send + Unpin + 'static,
    {
        let len = body.size_hint().exact();
        Self::from_unpin(FromHttp { body, into_error }, len)
    }
}

struct FromHttp<B: hyper::body::Body> {
    body: B,
    into_error: fn(B::Error) -> Error,
}

impl<B: hyper::body::Body<Data = Bytes> + Unpin> Stream for FromHttp<B> {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            let Some(frame) = ready!(Pin::new(&mut this.body).poll_frame(context)) else { return Poll::Ready(None) };
            if let Ok(data) = frame.map_err(this.into_error)?.into_data() {
                return Poll::Ready(Some(Ok(data)));
            }
        }
    }
}
