//! A transport without sockets.

use std::sync::Mutex;

use pivotal_runtime::{Body, Error, Request, Transport, http};

/// Keeps the requests, and answers what it is told.
pub(crate) struct Recorder {
    requests: Mutex<Vec<Request>>,
    answer: Answer,
}

/// The status and body for a request.
type Answer = fn(&Request) -> (u16, String);

impl Recorder {
    pub(crate) fn that_answers(answer: Answer) -> Self {
        Self { requests: Mutex::default(), answer }
    }

    /// The path and query of each request so far.
    pub(crate) fn targets(&self) -> Vec<String> {
        self.requests.lock().unwrap().iter().map(|request| request.path_and_query().to_owned()).collect()
    }
}

impl Transport for Recorder {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let (status, body) = (self.answer)(&request);
        self.requests.lock().unwrap().push(request);
        Ok(http::Response::builder().status(status).body(Body::from(body)).unwrap())
    }
}
