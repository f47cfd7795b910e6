//! A transport that answers at once and remembers the request.

use std::pin::pin;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

use pivotal_api::PIVOTAL;
use pivotal_runtime::{Api, Body, Error, Request, Transport, http};
use reqwest::Url;

/// Answers the next call with what it was given.
pub(crate) struct Fake {
    answer: Mutex<Option<http::Response<Body>>>,
    asked: Mutex<Option<Request>>,
}

impl Fake {
    pub(crate) fn that_answers(status: u16, headers: &http::HeaderMap, body: impl Into<Body>) -> Self {
        let mut answer = http::Response::new(body.into());
        *answer.status_mut() = http::StatusCode::from_u16(status).unwrap();
        *answer.headers_mut() = headers.clone();
        Self { answer: Mutex::new(Some(answer)), asked: Mutex::default() }
    }

    /// Answers with a success that says nothing.
    pub(crate) fn that_agrees() -> Self {
        Self::that_answers(200, &http::HeaderMap::new(), "")
    }

    /// The request, if one was sent.
    pub(crate) fn asked(self) -> Option<Request> {
        self.asked.into_inner().unwrap()
    }

    /// The path and query of the request that was sent, of which no parser between here and the server would
    /// change anything.
    pub(crate) fn target(self) -> String {
        let request = self.asked().expect("a request");
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
        *self.asked.lock().unwrap() = Some(request);
        Ok(self.answer.lock().unwrap().take().expect("one call"))
    }

    fn api(&self) -> Option<&'static Api> {
        Some(&PIVOTAL)
    }
}

/// The outcome of a call that has nothing to wait for.
pub(crate) fn outcome<T>(call: impl Future<Output = T>) -> T {
    match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("waits for nothing"),
    }
}
