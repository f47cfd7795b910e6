//! Transports of the user's own that wait.

use std::sync::{Arc, Mutex};

use pivotal_runtime::{BlockingTransport, Body, Error, ErrorKind, Request, http};

use super::{Notes, Own};

/// Answers 200 with this body, and keeps what was asked.
#[derive(Default)]
struct Fake {
    body: &'static str,
    streams: bool,
    asked: Mutex<Vec<String>>,
}

impl BlockingTransport for Fake {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        self.asked.lock().unwrap().push(format!("{} {}", request.method(), request.path_and_query()));
        let stream = || Body::from_stream(futures_util::stream::empty(), None);
        let body = if self.streams { stream() } else { Body::from(self.body) };
        Ok(http::Response::new(body))
    }
}

/// Passes on all but writes.
struct ReadOnly<T>(T);

impl<T: BlockingTransport> BlockingTransport for ReadOnly<T> {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        if *request.method() == http::Method::GET { self.0.send(request) } else { Err(Error::transport("read only")) }
    }
}

#[test]
fn a_fake_needs_neither_server_nor_runtime() {
    let fake = Fake { body: "8", ..Fake::default() };
    assert_eq!(fake.note(1, Some("a b")).unwrap(), 8);
    assert_eq!(fake.put(2, "x", None).unwrap().into_inner(), 8);
    assert_eq!(fake.asked.into_inner().unwrap(), ["GET /notes/1?lang=a+b", "PUT /notes/2"]);
}

#[test]
fn references_and_pointers_are_transports_too() {
    fn note(notes: impl Notes) -> u8 {
        notes.note(1, None).unwrap()
    }
    let fake = Fake { body: "8", ..Fake::default() };
    assert_eq!(note(&fake), 8);
    assert_eq!(note(Box::new(&fake) as Box<dyn BlockingTransport>), 8);
    assert_eq!(note(Arc::new(ReadOnly(fake))), 8);
}

#[test]
fn a_wrapper_decides_what_passes() {
    let notes = ReadOnly(Fake { body: "8", ..Fake::default() });
    assert_eq!(notes.find(1).unwrap(), Some(8));
    let Own(error) = notes.put(1, "x", None).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.endpoint().unwrap().to_string(), "PUT /notes/<id>");
    assert_eq!(notes.0.asked.into_inner().unwrap(), ["GET /notes/1"]);
}

#[test]
fn a_body_that_would_have_to_be_waited_for_is_a_clear_error() {
    let fake = Fake { streams: true, ..Fake::default() };
    let error = fake.note(1, None).unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Transport, "get-note"));
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("must return a body in memory"), "{source}");
}
