//! A transport that records requests.

use std::sync::Mutex;

use pivotal_runtime::{Body, Error, Request, Transport, http};

/// Records the requests, and responds with what a function returns.
pub(crate) struct Recorder {
    requests: Mutex<Vec<Request>>,
    respond: Respond,
}

/// Returns the status and the body of a response.
type Respond = fn(&Request) -> (u16, String);

impl Recorder {
    pub(crate) fn responding(respond: Respond) -> Self {
        Self { requests: Mutex::default(), respond }
    }

    /// Returns the path and the query of each request.
    pub(crate) fn targets(&self) -> Vec<String> {
        self.requests.lock().unwrap().iter().map(|request| request.path_and_query().to_owned()).collect()
    }
}

impl Transport for Recorder {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let (status, body) = (self.respond)(&request);
        self.requests.lock().unwrap().push(request);
        Ok(http::Response::builder().status(status).body(Body::from(body)).unwrap())
    }
}
