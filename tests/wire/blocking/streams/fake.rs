//! Custom blocking transports that return streams.

use std::io::{self, Read};

use bytes::Bytes;
use futures_util::stream;
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{BlockingTransport, Body, Error, ErrorKind, Request, http};

use super::Feeds;

/// A transport that responds with these chunks, where `!` represents a failure.
struct Chunked(&'static [&'static str]);

impl BlockingTransport for Chunked {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        assert!(request.wants_stream());
        let chunks = self.0.iter().map(|chunk| match *chunk {
            "!" => Err(Error::transport("the disk is gone")),
            chunk => Ok(Bytes::from(chunk)),
        });
        Ok(http::Response::new(Body::from_stream(stream::iter(chunks), None)))
    }
}

#[test]
fn stream_of_a_fake_is_read() {
    let fake = Chunked(&["id: 1\nda", "ta: one\n", "\ndata: two\n\n"]);
    let text = fake.0.concat();
    assert_eq!(io::read_to_string(fake.file().unwrap().blocking_reader()).unwrap(), text);
    let lines: Result<Vec<_>, _> = fake.lines().unwrap().blocking_iter().collect();
    assert_eq!(lines.unwrap(), text.lines().collect::<Vec<_>>());
    let mut events = fake.events().unwrap().blocking_iter();
    assert_eq!(events.by_ref().map(Result::unwrap).collect::<Vec<_>>(), ["one", "two"]);
    assert_eq!(events.get_ref().last_event_id(), "1");
}

#[test]
fn error_of_a_fake_stream_has_the_endpoint() {
    let fake = Chunked(&["data: one\n\n", "!", "data: two\n\n"]);
    let mut read = Vec::new();
    let error = fake.file().unwrap().blocking_reader().read_to_end(&mut read).unwrap_err();
    assert_eq!(read, b"data: one\n\n");
    let error: Box<Error> = error.into_inner().unwrap().downcast().unwrap();
    assert_eq!((error.kind(), error.endpoint().unwrap().to_string()), (ErrorKind::Transport, "GET /file".to_owned()));
    // There is no client that could send the request again.
    let mut events: Vec<_> = fake.events().unwrap().resume(3).blocking_iter().collect();
    let error = events.pop().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().to_string()), (ErrorKind::Transport, "GET /events".to_owned()));
    assert_eq!(events.into_iter().map(Result::unwrap).collect::<Vec<_>>(), ["one"]);
}

/// A body in memory is a stream, too.
#[test]
fn bytes_of_a_fake_are_read_as_a_stream() {
    let fake = Fake::new();
    fake.on_any().responds(200, "data: one\n\n").times(2);
    assert_eq!(io::read_to_string(fake.file().unwrap().blocking_reader()).unwrap(), "data: one\n\n");
    assert_eq!(fake.events().unwrap().blocking_iter().map(Result::unwrap).collect::<Vec<_>>(), ["one"]);
}
