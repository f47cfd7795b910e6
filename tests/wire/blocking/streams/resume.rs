//! Streams of events that continue on another connection.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::task::{Context, Waker};
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, stream};
use pivotal_runtime::{Body, Client, Error, ErrorKind, HttpClient, blocking, http};

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

/// Responds with a stream that ends, and then not at all.
struct Http {
    is_first: AtomicBool,
    requested: mpsc::Sender<()>,
}

impl HttpClient for Http {
    async fn execute(&self, _: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        if !self.is_first.swap(false, Ordering::SeqCst) {
            // The channel is closed when the future is dropped, together with the client.
            self.requested.send(()).unwrap();
            std::future::pending::<()>().await;
        }
        Ok(http::Response::new(Body::from_stream(stream::iter([Ok(Bytes::from("retry: 0\n\n"))]), None)))
    }
}

/// A stream that waits for another response stops waiting.
#[test]
fn dropped_stream_does_not_continue() {
    let (requested, is_requested) = mpsc::channel();
    let http = Http { is_first: AtomicBool::new(true), requested };
    let client = Client::builder().base_url("https://api.invalid").http_client(http).build().unwrap();
    let client = blocking::Client::from_client(client).unwrap();
    let mut events = client.events().unwrap().resume(1);
    while is_requested.try_recv().is_err() {
        assert!(Pin::new(&mut events).poll_next(&mut Context::from_waker(Waker::noop())).is_pending());
        thread::yield_now();
    }
    drop((events, client));
    assert_eq!(is_requested.recv_timeout(Duration::from_secs(20)), Err(mpsc::RecvTimeoutError::Disconnected));
}
