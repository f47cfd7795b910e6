//! Reuse of connections.

#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use pivotal_hyper::HyperClient;
use pivotal_runtime::{Client, Error, Transport, endpoint};
use tokio::runtime::{Builder, Runtime};
use tokio::task::yield_now;

trait Api: Transport {
    #[endpoint(GET, "/", response = ())]
    async fn get(&self) -> Result<(), Error>;
}
impl<T: Transport> Api for T {}

/// A server that keeps its connections open, and their number.
fn server() -> (String, Arc<AtomicU32>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a listener");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let connections = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&connections);
    thread::spawn(move || {
        while let Ok((mut stream, _)) = listener.accept() {
            counted.fetch_add(1, Ordering::Relaxed);
            thread::spawn(move || {
                let lines = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
                for _ in lines.filter(String::is_empty) {
                    stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").expect("a response");
                }
            });
        }
    });
    (url, connections)
}

fn client(url: &str) -> Client {
    let http = HyperClient::new().expect("an HTTP client");
    Client::builder().base_url(url).http_client(http).max_attempts(1).build().expect("a client")
}

/// A call after which the connection is idle again: its task, on the same thread, has run.
async fn call(client: &Client) -> Result<(), Error> {
    client.get().await?;
    for _ in 0..100 {
        yield_now().await;
    }
    Ok(())
}

fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime")
}

#[tokio::test]
async fn clones_reuse_one_connection() {
    let (url, connections) = server();
    let client = client(&url);
    for _ in 0..3 {
        call(&client.clone()).await.expect("a response");
    }
    assert_eq!(connections.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn each_origin_has_connections_of_its_own() {
    let (first, second) = (server(), server());
    let client = client(&first.0);
    let other = client.at(&second.0).expect("a client");
    for _ in 0..2 {
        call(&client).await.expect("a response");
        call(&other).await.expect("a response");
    }
    assert_eq!((first.1.load(Ordering::Relaxed), second.1.load(Ordering::Relaxed)), (1, 1));
}

#[test]
fn connection_of_an_ended_runtime_is_replaced() {
    let (url, connections) = server();
    let client = client(&url);
    for _ in 0..2 {
        runtime().block_on(client.get()).expect("a response");
    }
    assert_eq!(connections.load(Ordering::Relaxed), 2);
}

#[test]
fn two_runtimes_share_connections() {
    let (url, connections) = server();
    let client = client(&url);
    let (first, second) = (runtime(), runtime());
    for runtime in [&first, &second] {
        let client = client.clone();
        let called = runtime.spawn(async move { call(&client).await });
        runtime.block_on(called).expect("a task").expect("a response");
    }
    assert_eq!(connections.load(Ordering::Relaxed), 1);
}
