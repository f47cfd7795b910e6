//! An HTTP client without sockets, whose answers are a function of the requests.

use std::sync::{Arc, Mutex};

use pivotal_runtime::{Body, ClientBuilder, Error, HttpClient, http};

type Answer = dyn Fn(&http::Request<Body>) -> Response + Send + Sync;
type Response = Result<http::Response<Body>, Error>;

/// Answers at once, and remembers what was asked.
#[derive(Clone)]
pub(crate) struct Answering {
    answer: Arc<Answer>,
    asked: Arc<Mutex<Vec<http::request::Parts>>>,
}

impl Answering {
    pub(crate) fn that(answer: impl Fn(&http::Request<Body>) -> Response + Send + Sync + 'static) -> Self {
        Self { answer: Arc::new(answer), asked: Arc::default() }
    }

    /// The requests so far.
    pub(crate) fn asked(&self) -> Vec<http::request::Parts> {
        self.asked.lock().unwrap().clone()
    }

    /// Their paths and queries.
    pub(crate) fn targets(&self) -> Vec<String> {
        self.asked().iter().map(|parts| parts.uri.path_and_query().unwrap().to_string()).collect()
    }
}

impl HttpClient for Answering {
    async fn execute(&self, request: http::Request<Body>) -> Response {
        let answer = (self.answer)(&request);
        self.asked.lock().unwrap().push(request.into_parts().0);
        answer
    }
}

pub(crate) fn client(http: &Answering) -> ClientBuilder<Answering> {
    pivotal_api::builder(super::KEY).unwrap().base_url("https://api.example").http_client(http.clone())
}

#[expect(clippy::unnecessary_wraps, reason = "it is what an answer of the fake is")]
pub(crate) fn response(status: u16, headers: &[(&str, &str)], body: impl Into<Body>) -> Response {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    Ok(response.body(body.into()).unwrap())
}

pub(crate) fn json(status: u16, body: impl Into<Body>) -> Response {
    response(status, &[("content-type", "application/json")], body)
}
