//! A transport that has a list.

use std::sync::atomic::{AtomicUsize, Ordering};

use pivotal_runtime::{BlockingTransport, Body, Error, Request, Transport, http};

use super::list::List;

/// Responds at once, and counts the requests.
pub(super) struct Server {
    list: List,
    requests: AtomicUsize,
}

impl Server {
    pub(super) fn new(list: List) -> Self {
        Self { list, requests: AtomicUsize::new(0) }
    }

    pub(super) fn requests(&self) -> usize {
        self.requests.load(Ordering::Relaxed)
    }

    fn respond(&self, request: &Request) -> http::Response<Body> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        let body = request.body().and_then(Body::as_bytes).map_or(&[][..], |body| body);
        let (link, body) = self.list.respond(request.path_and_query(), body);
        let response = link.iter().fold(http::Response::builder(), |response, link| response.header("link", link));
        response.body(Body::from(body)).unwrap()
    }
}

impl Transport for Server {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        Ok(self.respond(&request))
    }
}

impl BlockingTransport for Server {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        Ok(self.respond(&request))
    }
}
