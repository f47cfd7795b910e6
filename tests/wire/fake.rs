//! A transport without sockets.

use std::sync::Mutex;

use futures_util::FutureExt;
use pivotal_runtime::{Body, Error, Request, Transport, http};

/// Keeps the requests, and answers 204 or what it is told.
#[derive(Default)]
pub(crate) struct Recorder {
    requests: Mutex<Vec<Request>>,
    answer: Option<Answer>,
}

/// The status and body for a request.
type Answer = fn(&Request) -> (u16, String);

impl Recorder {
    pub(crate) fn that_answers(answer: Answer) -> Self {
        Self { requests: Mutex::default(), answer: Some(answer) }
    }

    /// The path and query of each request so far.
    pub(crate) fn targets(&self) -> Vec<String> {
        self.requests.lock().unwrap().iter().map(|request| request.path_and_query().to_owned()).collect()
    }
}

impl Transport for Recorder {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let (status, body) = self.answer.map_or((204, String::new()), |answer| answer(&request));
        self.requests.lock().unwrap().push(request);
        Ok(http::Response::builder().status(status).body(Body::from(body)).unwrap())
    }
}

/// The one request of a call, at once.
pub(crate) fn recorded(call: impl AsyncFnOnce(&Recorder) -> Result<(), Error>) -> Result<Request, Error> {
    let recorder = Recorder::default();
    let outcome = call(&recorder).now_or_never().expect("nothing to wait for");
    let mut requests = recorder.requests.into_inner().unwrap();
    assert_eq!(requests.len(), usize::from(outcome.is_ok()));
    outcome.map(|()| requests.remove(0))
}
