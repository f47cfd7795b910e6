//! Rows 102 to 105 on real sockets: how many there are, and what becomes of them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use pivotal_api::PivotalKey;
use pivotal_runtime::{CallOptions, Client};
use tokio::task::JoinSet;

use crate::fake::KEY;
use crate::fake::api::Api;
use crate::transport::builder;

/// Answers on threads what it is told to, and counts its sockets.
struct Server {
    address: SocketAddr,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    accepted: AtomicUsize,
    open: AtomicUsize,
    peak: AtomicUsize,
    requests: AtomicUsize,
}

impl Server {
    /// What is sent after each request depends on its number, counted from 0 over all connections.
    fn that_says(answer: impl Fn(usize) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let counts = Arc::<Counts>::default();
        let (shared, answer) = (Arc::clone(&counts), Arc::new(answer));
        thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                shared.accepted.fetch_add(1, Ordering::SeqCst);
                let open = shared.open.fetch_add(1, Ordering::SeqCst) + 1;
                shared.peak.fetch_max(open, Ordering::SeqCst);
                let (shared, answer) = (Arc::clone(&shared), Arc::clone(&answer));
                thread::spawn(move || {
                    serve(&stream, &shared, &*answer);
                    shared.open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, counts }
    }

    fn client(&self) -> Client {
        builder()
            .credentials(PivotalKey::new(KEY).unwrap())
            .base_url(format!("http://{}", self.address))
            .build()
            .unwrap()
    }

    fn accepted(&self) -> usize {
        self.counts.accepted.load(Ordering::SeqCst)
    }

    fn requests(&self) -> usize {
        self.counts.requests.load(Ordering::SeqCst)
    }
}

/// Reads requests and answers them, until the other side or an empty answer ends it.
fn serve(stream: &TcpStream, counts: &Counts, answer: &dyn Fn(usize) -> Vec<u8>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line == "\r\n" {
                break;
            }
        }
        reader.read_exact(&mut vec![0; length]).ok()?;
        let answer = answer(counts.requests.fetch_add(1, Ordering::SeqCst));
        if answer.is_empty() {
            return None;
        }
        (&mut &*stream).write_all(&answer).ok()?;
    }
}

fn seven() -> Vec<u8> {
    b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n7".to_vec()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn row_102_ten_thousand_calls_at_once_need_no_more_than_64_sockets() {
    // The first 64 requests are answered when all of them are there.
    let first = Barrier::new(64);
    let server = Server::that_says(move |number| {
        if number < 64 {
            first.wait();
        }
        seven()
    });
    let client = server.client();
    let mut calls = JoinSet::new();
    for _ in 0..10_000 {
        let client = client.clone();
        calls.spawn(async move { client.get().await.map(|response| response.attempts()) });
    }
    let results = calls.join_all().await;
    let failed: Vec<_> = results.iter().filter_map(|result| result.as_ref().err()).collect();
    assert!(failed.is_empty(), "{} failed, as in {:?}", failed.len(), failed[0]);
    assert!(results.iter().all(|result| matches!(result, Ok(1))));
    assert_eq!(server.requests(), 10_000);
    assert_eq!(server.counts.peak.load(Ordering::SeqCst), 64, "sockets at once, of {} in all", server.accepted());
}

#[tokio::test]
async fn row_103_clones_and_options_use_the_same_connection() {
    let server = Server::that_says(|_| seven());
    let client = server.client();
    for number in 0..200 {
        let clone = client.clone();
        if number % 2 == 0 {
            clone.get().await.unwrap();
        } else {
            clone.with(CallOptions::new().max_attempts(2)).get().await.unwrap();
        }
        // The connection goes back to the pool in a task of its own.
        for _ in 0..16 {
            tokio::task::yield_now().await;
        }
    }
    assert_eq!((server.requests(), server.accepted()), (200, 1));
}

#[test]
fn row_104_a_client_outlives_the_runtime_that_it_was_used_on() {
    let server = Server::that_says(|_| seven());
    let client = server.client();
    for round in 1..=3 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let client = client.clone();
        assert_eq!(*runtime.block_on(client.get()).unwrap().get_ref(), 7);
        // A POST under its key, too.
        assert_eq!(*runtime.block_on(client.post(1)).unwrap().get_ref(), 7);
        drop(runtime);
        assert!(server.requests() >= 2 * round && server.accepted() >= round, "a connection for each runtime");
    }
}

#[tokio::test]
async fn row_105_a_connection_whose_error_was_read_is_used_again() {
    let server = Server::that_says(|number| match number {
        0 | 1 => b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 1000\r\n\r\n"
            .iter()
            .copied()
            .chain([b'x'; 1_000])
            .collect(),
        _ => seven(),
    });
    let response = server.client().get().await.unwrap();
    assert_eq!((response.attempts(), server.requests()), (3, 3));
    assert_eq!(server.accepted(), 1, "the body was read to its end, so that the connection is free");
}

#[tokio::test]
async fn row_105_a_connection_whose_error_has_no_end_is_closed() {
    let server = Server::that_says(|number| match number {
        // More than an error keeps, and no end of it.
        0 => b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 1000000000\r\n\r\n"
            .iter()
            .copied()
            .chain(std::iter::repeat_n(b'x', 100_000))
            .collect(),
        _ => seven(),
    });
    let response = server.client().get().await.unwrap();
    assert_eq!((response.attempts(), server.requests(), server.accepted()), (2, 2, 2));
}
