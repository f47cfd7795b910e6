//! A body whose errors say where they come from.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{Body, Chunks, Inner};
use crate::{Endpoint, Error};

impl Body {
    /// The same, with the endpoint in its errors.
    pub(crate) fn of(self, endpoint: &'static Endpoint) -> Self {
        match self.0 {
            Inner::Bytes(_) => self,
            Inner::Stream { stream, len } => Self::from_stream(Named { stream, endpoint }, len),
        }
    }
}

struct Named {
    stream: Chunks,
    endpoint: &'static Endpoint,
}

impl Stream for Named {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let endpoint = self.endpoint;
        self.stream.as_mut().poll_next(context).map_err(|error| error.at(endpoint))
    }
}
