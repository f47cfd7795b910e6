//! Streams that are sent: they block a thread of their own, and not that of the client.

use std::sync::mpsc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream;
use pivotal_runtime::{Body, Error, ErrorKind, blocking};

use super::super::{Notes, client, client_of};
use super::{CHUNKED, Feeds, NO_CONTENT, chunks, finish};
use crate::support::builder_for;
use crate::support::gate::gate;
use crate::support::server::Server;
use crate::support::staged::{Connection, End, StagedServer};

/// Returns a body of unknown length.
fn body_of(items: impl Iterator<Item = Result<Bytes, Error>> + Send + 'static) -> Body {
    Body::from_stream(stream::iter(items), None)
}

/// Both directions of a call are streams: each line is sent after one was received.
#[test]
fn request_depends_on_the_response() {
    finish(|| {
        let server = StagedServer::start(|connection| {
            connection.read_head();
            connection.send(CHUNKED.to_owned() + &chunks(&["0"]));
            for number in ["1", "2", "3"] {
                let received = [(); 2].map(|()| connection.read_line());
                assert_eq!(received, ["1\r\n".to_owned(), format!("{number}\r\n")]);
                connection.send(chunks(&[number]));
            }
            let rest = connection.read_chunks();
            connection.send("0\r\n\r\n");
            rest
        });
        let (sender, receiver) = mpsc::channel();
        let mut response =
            client(server.client().base_url()).copy(body_of(receiver.into_iter().map(Ok))).unwrap().blocking_reader();
        let mut digit = [0];
        for expected in [b'0', b'1', b'2', b'3'] {
            std::io::Read::read_exact(&mut response, &mut digit).unwrap();
            assert_eq!(digit, [expected]);
            if expected < b'3' {
                sender.send(Bytes::from(vec![expected + 1])).unwrap();
            }
        }
        drop(sender);
        assert_eq!(std::io::read_to_string(response).unwrap(), "");
        assert_eq!(server.finish(), (vec![], End::Complete));
    });
}

#[test]
fn call_times_out_while_its_body_blocks() {
    finish(|| {
        let server = Server::responding(NO_CONTENT);
        let builder = builder_for(server.url()).timeout(Duration::from_secs(1));
        let client = blocking::Client::from_client(builder.build().unwrap()).unwrap();
        let (sender, receiver) = mpsc::channel();
        for _ in 0..2 {
            let (_open, input) = mpsc::channel::<Bytes>();
            let ended = sender.clone();
            let body = input.into_iter().map(Ok).chain(std::iter::from_fn(move || {
                ended.send(()).unwrap();
                None
            }));
            let body = Body::from_stream(stream::iter(body), Some(5));
            assert!(client.upload(body).unwrap_err().is_timeout());
        }
        // The bodies end with their input.
        assert_eq!(receiver.into_iter().take(2).count(), 2);
    });
}

#[test]
fn error_of_a_body_is_the_error_of_the_call() {
    finish(|| {
        let server = StagedServer::start(Connection::read_to_end);
        let items = [Ok(Bytes::from("start")), Err(Error::transport("the disk is gone"))];
        let error = client(server.client().base_url()).upload(body_of(items.into_iter())).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        let mut cause: &dyn std::error::Error = &error;
        while let Some(source) = cause.source() {
            cause = source;
        }
        assert_eq!(cause.to_string(), "the disk is gone", "{error:?}");
        assert!(!server.finish().ends_with(b"0\r\n\r\n"), "the request is not complete");
    });
}

#[test]
fn body_longer_or_shorter_than_its_length_fails_the_call() {
    for pieces in [&["12345", "67890"][..], &["1234567890"], &["12345", "", "67890"], &["1234"]] {
        finish(move || {
            let server = Server::responding(NO_CONTENT);
            let pieces = pieces.iter().map(|piece| Ok(Bytes::from(*piece)));
            let outcome = client_of(&server).upload(Body::from_stream(stream::iter(pieces), Some(5)));
            assert_eq!(outcome.unwrap_err().kind(), ErrorKind::Transport);
        });
    }
}

#[test]
fn client_works_after_the_panic_of_a_body() {
    finish(|| {
        let server = Server::responding(crate::support::SEVEN);
        let client = client_of(&server);
        let body = std::iter::from_fn(|| panic!("the stream of this test panics"));
        let error = client.upload(body_of(body)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
        assert_eq!(client.note(1, None).unwrap(), 7);
    });
}

/// The last client, and a channel that reports when it was dropped.
struct Last(Option<blocking::Client>, mpsc::Sender<()>);

impl Drop for Last {
    fn drop(&mut self) {
        self.0 = None;
        self.1.send(()).unwrap();
    }
}

/// The thread of a client ends on the thread of a body.
#[test]
fn client_can_be_dropped_by_the_body_that_it_sends() {
    finish(|| {
        let server = StagedServer::start(|connection| {
            connection.read_head();
            connection.send(NO_CONTENT);
            connection.read_to_end()
        });
        let client = client(server.client().base_url());
        let (open, others_are_dropped) = gate();
        let (sender, dropped) = mpsc::channel();
        let last = Last(Some(client.clone()), sender);
        let mut pieces = std::iter::once(Ok(Bytes::from("12345")));
        let pieces = std::iter::from_fn(move || {
            let _ = &last;
            pieces.next().or_else(|| {
                others_are_dropped.wait();
                None
            })
        });
        client.upload(body_of(pieces)).unwrap();
        drop(client);
        open.open();
        dropped.recv().unwrap();
        server.finish();
    });
}
