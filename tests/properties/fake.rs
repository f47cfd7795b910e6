//! A transport that responds at once and records the request.

use std::pin::pin;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

use pivotal_api::PIVOTAL;
use pivotal_runtime::{Api, Body, Error, Request, Transport, http};
use reqwest::Url;

/// A transport for one call.
pub(crate) struct Fake {
    response: Mutex<Option<http::Response<Body>>>,
    request: Mutex<Option<Request>>,
}

impl Fake {
    pub(crate) fn responding(status: u16, headers: &http::HeaderMap, body: impl Into<Body>) -> Self {
        let mut response = http::Response::new(body.into());
        *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
        *response.headers_mut() = headers.clone();
        Self { response: Mutex::new(Some(response)), request: Mutex::default() }
    }

    /// Returns a fake that responds with status 200 and an empty body.
    pub(crate) fn responding_200() -> Self {
        Self::responding(200, &http::HeaderMap::new(), "")
    }

    /// Returns the request, if one was sent.
    pub(crate) fn request(self) -> Option<Request> {
        self.request.into_inner().unwrap()
    }

    /// Returns the path and the query of the request, and checks that no URL parser changes them.
    pub(crate) fn target(self) -> String {
        let request = self.request().expect("a request");
        let target = request.path_and_query();
        let uri: http::Uri = target.parse().expect("HTTP can carry it");
        assert_eq!(uri.path_and_query().unwrap().as_str(), target);
        let url = Url::parse("https://host").and_then(|url| url.join(target)).expect("a URL");
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        assert_eq!(format!("{}{query}", url.path()), target, "a URL parser changes nothing");
        assert_eq!((url.host_str(), url.fragment()), (Some("host"), None));
        target.to_owned()
    }
}

impl Transport for Fake {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        *self.request.lock().unwrap() = Some(request);
        Ok(self.response.lock().unwrap().take().expect("one call"))
    }

    fn api(&self) -> Option<&'static Api> {
        Some(&PIVOTAL)
    }
}

/// Returns the outcome of a call that does not wait.
pub(crate) fn outcome<T>(call: impl Future<Output = T>) -> T {
    match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("the call waits"),
    }
}
