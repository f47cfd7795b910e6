//! Several streams of one client at once, and streams that depend on each other.

use std::io::{self, Read};
use std::sync::mpsc;
use std::thread;

use bytes::Bytes;
use futures_util::stream;
use pivotal_runtime::{Body, Error};

use super::super::{Notes, client, client_of};
use super::{CHUNKED, Feeds, NO_CONTENT, chunks, finish};
use crate::support::SEVEN;
use crate::support::gate::gate;
use crate::support::request::ReceivedRequest;
use crate::support::server::Server;
use crate::support::staged::StagedServer;

/// The number of lines of a response.
const LINES: usize = 300;

/// Responds to uploads with 204, to notes with 7, and otherwise with lines.
fn server() -> Server {
    let lines = CHUNKED.to_owned() + &chunks(&["line\n"; LINES]) + "0\r\n\r\n";
    Server::responding_with(move |request: &ReceivedRequest| match request.target() {
        "/upload" => NO_CONTENT.to_owned(),
        "/file" | "/lines" => lines.clone(),
        _ => SEVEN.to_owned(),
    })
}

/// Waits for the upload, and checks its body.
#[track_caller]
fn uploaded(server: &Server) {
    let upload = server.all_requests().into_iter().find(|request| request.target() == "/upload").unwrap();
    assert_eq!(upload.body, "line\n".repeat(LINES).into_bytes());
}

/// Returns a body with the bytes of the lines.
fn body_of(items: impl Iterator<Item = Result<Bytes, Error>> + Send + 'static) -> Body {
    Body::from_stream(stream::iter(items), Some(5 * LINES as u64))
}

#[test]
fn body_of_a_response_is_sent_as_it_is() {
    let server = finish(|| {
        let server = server();
        let client = client_of(&server);
        client.upload(Body::from_stream(client.file().unwrap(), Some(5 * LINES as u64))).unwrap();
        server
    });
    uploaded(&server);
}

/// The thread of the client sends the body, and receives the lines.
#[test]
fn lines_of_a_response_are_sent_by_an_iterator_that_blocks() {
    let server = finish(|| {
        let server = server();
        let client = client_of(&server);
        let lines = client.lines().unwrap().blocking_iter();
        client.upload(body_of(lines.map(|line| Ok(Bytes::from(line? + "\n"))))).unwrap();
        server
    });
    uploaded(&server);
}

#[test]
fn bytes_of_a_response_are_sent_by_a_reader_that_blocks() {
    let server = finish(|| {
        let server = server();
        let client = client_of(&server);
        let mut reader = client.file().unwrap().blocking_reader();
        let pieces = std::iter::from_fn(move || {
            let mut piece = vec![0; 7];
            let length = reader.read(&mut piece).map_err(Error::transport);
            length.map(|length| (length > 0).then(|| Bytes::copy_from_slice(&piece[..length]))).transpose()
        });
        client.upload(body_of(pieces)).unwrap();
        server
    });
    uploaded(&server);
}

/// The body waits for a thread that needs the client.
#[test]
fn lines_that_another_thread_receives_are_sent() {
    let server = finish(|| {
        let server = server();
        let client = client_of(&server);
        let (sender, receiver) = mpsc::sync_channel::<String>(0);
        let source = client.clone();
        let receiving = thread::spawn(move || {
            source.lines().unwrap().blocking_iter().for_each(|line| sender.send(line.unwrap()).unwrap());
        });
        client.upload(body_of(receiver.into_iter().map(|line| Ok(Bytes::from(line + "\n"))))).unwrap();
        receiving.join().unwrap();
        server
    });
    uploaded(&server);
}

/// Each line of the body needs a call of the same client.
#[test]
fn body_can_make_calls_of_its_own() {
    let server = finish(|| {
        let server = server();
        let client = client_of(&server);
        let inner = client.clone();
        let notes = (0..5).map(move |id| Ok(Bytes::from(inner.note(id, None)?.to_string())));
        client.upload(Body::from_stream(stream::iter(notes), Some(5))).unwrap();
        server
    });
    let upload = server.all_requests().into_iter().find(|request| request.target() == "/upload").unwrap();
    assert_eq!(upload.body, b"77777");
}

/// A body that waits for input must not block the other calls of its client.
#[test]
fn call_is_sent_while_the_body_of_another_blocks() {
    finish(|| {
        let server = server();
        let client = client_of(&server);
        let (starting, started) = mpsc::channel();
        let (sender, input) = mpsc::channel::<Bytes>();
        let pieces = std::iter::from_fn(move || {
            starting.send(()).unwrap();
            input.recv().ok().map(Ok)
        });
        let uploading = client.clone();
        let body = Body::from_stream(stream::iter(pieces), Some(4));
        let upload = thread::spawn(move || uploading.upload(body));
        started.recv().unwrap();
        for id in 0..10 {
            assert_eq!(client.note(id, None).unwrap(), 7);
        }
        sender.send(Bytes::from("last")).unwrap();
        drop(sender);
        upload.join().unwrap().unwrap();
    });
}

#[test]
fn two_streams_are_read_in_turn() {
    finish(|| {
        let server = server();
        let client = client_of(&server);
        let first = client.lines().unwrap().blocking_iter();
        let second = client.lines().unwrap().blocking_iter();
        let pairs = first.zip(second).map(|(first, second)| assert_eq!(first.unwrap(), second.unwrap()));
        assert_eq!(pairs.count(), LINES);
    });
}

/// Streams that nobody reads do not stop the client.
#[test]
fn calls_are_sent_while_streams_are_open() {
    finish(|| {
        let server = server();
        let client = client_of(&server);
        let open: Vec<_> = (0..80).map(|_| client.file().unwrap()).collect();
        assert_eq!(client.note(1, None).unwrap(), 7);
        for body in open {
            assert_eq!(io::read_to_string(body.blocking_reader()).unwrap(), "line\n".repeat(LINES));
        }
    });
}

#[test]
fn stream_is_read_by_another_thread() {
    finish(|| {
        let (read, first_is_read) = gate();
        let server = StagedServer::start(move |connection| {
            connection.read_head();
            connection.send(CHUNKED.to_owned() + &chunks(&["one\n"]));
            first_is_read.wait();
            connection.send(chunks(&["two\n"]) + "0\r\n\r\n");
        });
        let lines = client(server.client().base_url()).lines().unwrap().blocking_iter();
        let (sender, receiver) = mpsc::channel();
        let reading = thread::spawn(move || {
            for line in lines {
                sender.send(line.unwrap()).unwrap();
                read.open();
            }
        });
        assert_eq!(receiver.into_iter().collect::<Vec<_>>(), ["one", "two"]);
        reading.join().unwrap();
        server.finish();
    });
}

/// A thread can start to read a stream, and another one continue.
#[test]
fn stream_moves_to_another_thread_while_it_is_read() {
    finish(|| {
        let server = server();
        let mut lines = client_of(&server).lines().unwrap().blocking_iter();
        for _ in 0..LINES / 2 {
            assert_eq!(lines.next().unwrap().unwrap(), "line");
            lines = thread::spawn(move || {
                assert_eq!(lines.next().unwrap().unwrap(), "line");
                lines
            })
            .join()
            .unwrap();
        }
        assert!(lines.next().is_none());
    });
}

/// Waking a thread twice must not be lost: the stream waits for another one while it is polled.
#[test]
fn stream_that_blocks_while_it_is_polled_is_read() {
    finish(|| {
        let server = server();
        let client = client_of(&server);
        let mut is_woken = false;
        let stream = stream::poll_fn(move |context| {
            if is_woken {
                return std::task::Poll::Ready(None::<Result<Bytes, Error>>);
            }
            is_woken = true;
            context.waker().wake_by_ref();
            assert_eq!(client.lines().unwrap().blocking_iter().count(), LINES);
            std::task::Poll::Pending
        });
        let body = Body::from_stream(stream, None);
        assert_eq!(io::read_to_string(body.blocking_reader()).unwrap(), "");
    });
}
