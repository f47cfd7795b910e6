//! A call as its method made it.

use bytes::Bytes;
use http::HeaderMap;
use http::Method;
use http::response::Parts;

use crate::Request;
use crate::response::ResponseSpec;

/// A call as its method made it, before a client adds anything. A client passes it to its HTTP client in the extensions of each
/// attempt.
#[derive(Debug, Clone)]
pub(crate) struct Called {
    pub(crate) spec: ResponseSpec,
    pub(crate) method: Method,
    pub(crate) path_and_query: String,
    /// The URL from the server that the request is sent to.
    pub(crate) url: Option<String>,
    /// The headers of the declaration.
    pub(crate) headers: HeaderMap,
    /// `None` if it is a stream.
    pub(super) body: Option<Bytes>,
}

/// The page of a list that a stub returned: an extension of its response, and then of the request of the next page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListPage {
    /// The number of the stub.
    pub(super) stub: usize,
    /// The number of the page, from 0.
    pub(super) page: usize,
}

impl Called {
    pub(super) fn of(request: &Request) -> Self {
        Self {
            spec: request.spec,
            method: request.method().clone(),
            path_and_query: request.path_and_query().to_owned(),
            url: request.url().map(str::to_owned),
            headers: request.headers().clone(),
            body: request.body().map_or(Some(Bytes::new()), |body| body.as_bytes().cloned()),
        }
    }
}

impl Request {
    /// Adds the call to the extensions, for a client on a fake.
    pub(crate) fn record_call(&mut self) {
        let called = Called::of(self);
        self.extensions_mut().insert(called);
    }

    /// Marks the request of the page after this one.
    pub(crate) fn continue_list(&mut self, head: &Parts) {
        match head.extensions.get::<ListPage>() {
            Some(page) => drop(self.extensions_mut().insert(*page)),
            None => drop(self.extensions_mut().remove::<ListPage>()),
        }
    }
}
