//! The number of connections, and their reuse.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};

use pivotal_runtime::{CallOptions, Client};
use tokio::task::JoinSet;

use crate::support::server::Server;
use crate::support::{SEVEN, builder_for};
use crate::thing_api::Api;

fn client(server: &Server) -> Client {
    builder_for(server.url()).build().unwrap()
}

/// Returns a server whose responses depend on the number of earlier requests.
fn server(response: impl Fn(usize) -> Vec<u8> + Send + Sync + 'static) -> Server {
    let requests = AtomicUsize::new(0);
    Server::responding_with(move |_| response(requests.fetch_add(1, Ordering::SeqCst)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_calls_use_64_sockets() {
    // The server responds to the first 64 requests when all of them have arrived.
    let first = Barrier::new(64);
    let server = server(move |number| {
        if number < 64 {
            first.wait();
        }
        SEVEN.into()
    });
    let client = client(&server);
    let mut calls = JoinSet::new();
    for _ in 0..10_000 {
        let client = client.clone();
        calls.spawn(async move { client.get().await.map(|response| response.attempts()) });
    }
    let results = calls.join_all().await;
    let failed: Vec<_> = results.iter().filter_map(|result| result.as_ref().err()).collect();
    assert!(failed.is_empty(), "{} failed, as in {:?}", failed.len(), failed[0]);
    assert!(results.iter().all(|result| matches!(result, Ok(1))));
    assert_eq!((server.requests(), server.peak_connections()), (10_000, 64));
}

#[tokio::test]
async fn clones_share_a_connection() {
    let server = Server::responding(SEVEN);
    let client = client(&server);
    for number in 0..200 {
        let clone = client.clone();
        if number % 2 == 0 {
            clone.get().await.unwrap();
        } else {
            clone.with(CallOptions::new().max_attempts(2)).get().await.unwrap();
        }
        // The connection returns to the pool in a task of its own.
        for _ in 0..16 {
            tokio::task::yield_now().await;
        }
    }
    assert_eq!((server.requests(), server.connections()), (200, 1));
}

#[test]
fn client_outlives_its_runtime() {
    let server = Server::responding(SEVEN);
    let client = client(&server);
    for _ in 0..3 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let client = client.clone();
        assert_eq!(*runtime.block_on(client.get()).unwrap().get_ref(), 7);
        assert_eq!(*runtime.block_on(client.post(1)).unwrap().get_ref(), 7);
        drop(runtime);
        assert!(server.requests() >= 2 && server.connections() >= 1, "each runtime has a connection");
    }
}

/// Returns the bytes of a 503 with a body of this length, of which this many bytes are sent.
fn unavailable(length: usize, sent: usize) -> Vec<u8> {
    let head = format!("HTTP/1.1 503 Service Unavailable\r\nContent-Length: {length}\r\n\r\n");
    [head.into_bytes(), vec![b'x'; sent]].concat()
}

#[tokio::test]
async fn connection_is_reused_after_an_error_body() {
    let server = server(|number| if number < 2 { unavailable(1_000, 1_000) } else { SEVEN.into() });
    let response = client(&server).get().await.unwrap();
    assert_eq!((response.attempts(), server.requests()), (3, 3));
    assert_eq!(server.connections(), 1, "the body was read to its end, so the connection is free");
}

#[tokio::test]
async fn connection_with_an_endless_error_body_is_closed() {
    // An error contains fewer bytes than are sent.
    let server = server(|number| if number == 0 { unavailable(1_000_000_000, 100_000) } else { SEVEN.into() });
    let response = client(&server).get().await.unwrap();
    assert_eq!((response.attempts(), server.requests(), server.connections()), (2, 2, 2));
}
