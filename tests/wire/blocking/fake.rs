//! Custom blocking transports.

use std::sync::Arc;

use pivotal_runtime::testing::{Fake, RecordedCall};
use pivotal_runtime::{BlockingTransport, Body, Error, ErrorKind, Request, http};

use super::{Notes, Own};

/// Returns the method, path and query of each call.
fn requests(fake: &Fake) -> Vec<String> {
    let request = |call: &RecordedCall| format!("{} {}", call.method(), call.path_and_query());
    fake.calls().iter().map(request).collect()
}

/// A wrapper that rejects requests that are not GET.
struct ReadOnly<T>(T);

impl<T: BlockingTransport> BlockingTransport for ReadOnly<T> {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        if *request.method() == http::Method::GET { self.0.send(request) } else { Err(Error::transport("read only")) }
    }
}

#[test]
fn blocking_fake_needs_no_runtime() {
    let fake = Fake::new();
    fake.on(|api| api.note(1, Some("a b"))).returns(&8);
    fake.on(|api| api.put(2, "x", None)).returns(&8);
    assert_eq!(fake.note(1, Some("a b")).unwrap(), 8);
    assert_eq!(fake.put(2, "x", None).unwrap().into_inner(), 8);
    assert_eq!(requests(&fake), ["GET /notes/1?lang=a%20b", "PUT /notes/2"]);
}

#[test]
fn references_and_pointers_are_blocking_transports() {
    fn note(notes: impl Notes) -> u8 {
        notes.note(1, None).unwrap()
    }
    let fake = Fake::new();
    fake.on(|api| api.note(1, None)).returns(&8).times(3);
    assert_eq!(note(&fake), 8);
    assert_eq!(note(Box::new(&fake) as Box<dyn BlockingTransport>), 8);
    assert_eq!(note(Arc::new(ReadOnly(fake))), 8);
}

#[test]
fn wrapper_can_reject_requests() {
    let notes = ReadOnly(Fake::new());
    notes.0.on(|api| api.find(1)).returns(&Some(8));
    assert_eq!(notes.find(1).unwrap(), Some(8));
    let Own(error) = notes.put(1, "x", None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.endpoint().unwrap().to_string(), "PUT /notes/<id>");
    assert_eq!(requests(&notes.0), ["GET /notes/1"]);
}

#[test]
fn streamed_body_of_a_blocking_fake_is_an_error() {
    let fake = Fake::new();
    let stream = |_: &_| Ok(http::Response::new(Body::from_stream(futures_util::stream::empty(), None)));
    fake.on(|api| api.note(1, None)).responds_with(stream);
    let error = fake.note(1, None).unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Transport, "get-note"));
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("must return a body in memory"), "{source}");
}
