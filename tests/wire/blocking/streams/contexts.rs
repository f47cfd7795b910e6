//! Streams that are read inside and outside of runtimes.

use std::io;

use tokio::runtime::Builder;
use tokio::task::{block_in_place, spawn_blocking};

use super::super::client_of;
use super::{CHUNKED, Feeds, chunks, finish};
use crate::support::server::Server;

/// The number of chunks: more than a task of tokio receives until it must yield.
const CHUNKS: usize = 1000;

/// Reads a stream of each type, and checks that it is complete.
fn read_all(server: &Server) {
    let client = client_of(server);
    let text = io::read_to_string(client.file().unwrap().blocking_reader()).unwrap();
    assert_eq!(text, "data: 1\n\n".repeat(CHUNKS));
    assert_eq!(client.lines().unwrap().blocking_iter().map(Result::unwrap).count(), 2 * CHUNKS);
    assert_eq!(client.events().unwrap().blocking_iter().map(Result::unwrap).count(), CHUNKS);
}

fn server() -> Server {
    Server::responding(CHUNKED.to_owned() + &chunks(&["data: 1\n\n"; CHUNKS]) + "0\r\n\r\n")
}

#[test]
fn streams_are_read_outside_a_runtime() {
    finish(|| read_all(&server()));
}

#[test]
fn streams_are_read_on_a_current_thread_runtime() {
    finish(|| Builder::new_current_thread().build().unwrap().block_on(async { read_all(&server()) }));
}

#[test]
fn streams_are_read_on_a_multi_thread_runtime() {
    finish(|| {
        let runtime = Builder::new_multi_thread().worker_threads(1).build().unwrap();
        runtime.block_on(async {
            read_all(&server());
            tokio::spawn(async { read_all(&server()) }).await.unwrap();
        });
    });
}

#[test]
fn streams_are_read_within_blocking_tasks() {
    finish(|| {
        let runtime = Builder::new_multi_thread().worker_threads(1).build().unwrap();
        runtime.block_on(async {
            spawn_blocking(|| read_all(&server())).await.unwrap();
            tokio::spawn(async { block_in_place(|| read_all(&server())) }).await.unwrap();
        });
        let runtime = Builder::new_current_thread().build().unwrap();
        runtime.block_on(async { spawn_blocking(|| read_all(&server())).await.unwrap() });
    });
}

/// Asynchronous code reads the streams of a blocking client with `await`.
#[test]
fn streams_of_a_blocking_client_can_be_awaited() {
    finish(|| {
        let server = server();
        let client = client_of(&server);
        // Without timers, which the client has on a thread of its own.
        let runtime = Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            assert_eq!(client.file().unwrap().collect().await.unwrap(), "data: 1\n\n".repeat(CHUNKS));
            let mut events = client.events().unwrap();
            let mut received = 0;
            while let Some(event) = events.next().await {
                assert_eq!(event.unwrap(), "1");
                received += 1;
            }
            assert_eq!(received, CHUNKS);
        });
    });
}
