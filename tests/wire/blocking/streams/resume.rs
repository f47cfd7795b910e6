//! Streams of events that continue on another connection.

use std::pin::Pin;
use std::sync::mpsc;
use std::task::{Context, Waker};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, stream};
use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{Body, Client, ErrorKind, blocking, http};

use super::super::client;
use super::{CHUNKED, Feeds, chunks};
use crate::support::run;
use crate::support::scripted::{Script, ScriptedServer, respond};

/// Loses the connection after these events.
fn lose_after(events: &'static str) -> Script {
    respond(CHUNKED.to_owned() + &chunks(&[events]))
}

#[test]
fn lost_stream_continues_with_the_last_event() {
    let server = ScriptedServer::new([
        lose_after("retry: 1\nid: 7\ndata: one\n\nid: 8\ndata: not complete\n"),
        respond(CHUNKED.to_owned() + &chunks(&["data: two\n\n"]) + "0\r\n\r\n"),
        respond("HTTP/1.1 204 No Content\r\n\r\n"),
    ]);
    let client = client(&server.url());
    let mut events = client.events().unwrap().resume(1).blocking_iter();
    // A stream that continues needs its client no longer.
    drop(client);
    assert_eq!(events.by_ref().map(Result::unwrap).collect::<Vec<_>>(), ["one", "two"]);
    assert_eq!(events.get_ref().last_event_id(), "7");
    drop(events);
    let seen = run(server.finish());
    let ids = seen.requests.iter().map(|request| request.headers("last-event-id")).collect::<Vec<_>>();
    assert_eq!(ids, [vec![], vec!["7"], vec!["7"]]);
}

#[test]
fn stream_that_cannot_continue_ends_with_the_error() {
    let server = ScriptedServer::new([
        lose_after("retry: 1\ndata: one\n\n"),
        lose_after("retry: 1\n\n"),
        respond("HTTP/1.1 404 X\r\nContent-Length: 4\r\n\r\ngone"),
    ]);
    let client = client(&server.url());
    let mut events: Vec<_> = client.events().unwrap().resume(2).blocking_iter().collect();
    let error = events.pop().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.is_not_found(), error.body()), (ErrorKind::Api, true, Some(&b"gone"[..])));
    assert_eq!(error.endpoint().unwrap().to_string(), "GET /events");
    assert_eq!(events.len(), 1);
    drop(client);
    run(server.finish());
}

/// A stream that waits for another response stops waiting.
#[test]
fn dropped_stream_does_not_continue() {
    let (alive, is_alive) = mpsc::channel::<()>();
    let fake = Fake::new();
    fake.on(Feeds::events).responds_with(move |_| {
        // The channel is closed when the future of the other call is dropped, together with the client.
        let _ = &alive;
        Ok(http::Response::new(Body::from_stream(stream::iter([Ok(Bytes::from("retry: 0\n\n"))]), None)))
    });
    fake.on(Feeds::events).fails(Fault::Silence);
    let client = Client::builder().base_url("https://api.invalid").http_client(fake.http_client()).build().unwrap();
    let client = blocking::Client::from_client(client).unwrap();
    let mut events = client.events().unwrap().resume(1);
    while fake.calls().len() < 2 {
        assert!(Pin::new(&mut events).poll_next(&mut Context::from_waker(Waker::noop())).is_pending());
        thread::yield_now();
    }
    drop((events, client, fake));
    assert_eq!(is_alive.recv_timeout(Duration::from_secs(20)), Err(mpsc::RecvTimeoutError::Disconnected));
}
