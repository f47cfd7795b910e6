//! The use of connections.

use pivotal_runtime::{Body, Error, Transport, endpoint};

use super::{Api, SEVEN};
use crate::support::server::Server;

#[tokio::test]
async fn clones_share_their_connections() {
    let server = Server::responding(SEVEN);
    let first = server.client();
    let second = first.clone();
    for client in [&first, &second, &first] {
        client.private().await.unwrap();
        server.request();
        // The connection returns to the pool in a task of its own.
        for _ in 0..16 {
            tokio::task::yield_now().await;
        }
    }
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn separate_clients_share_no_connections() {
    let server = Server::responding(SEVEN);
    for client in [server.client(), server.client()] {
        client.private().await.unwrap();
        server.request();
    }
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn concurrent_calls_receive_their_own_responses() {
    let server = Server::responding(SEVEN);
    let client = server.client();
    let results = tokio::join!(client.private(), client.public(), client.post(1), client.private());
    assert_eq!((results.0.unwrap(), results.1.unwrap(), results.2.unwrap(), results.3.unwrap()), (7, 7, 7, 7));
    let mut targets = [(); 4].map(|()| server.request().line);
    targets.sort();
    assert_eq!(
        targets,
        ["GET /private HTTP/1.1", "GET /private HTTP/1.1", "GET /public HTTP/1.1", "POST /private HTTP/1.1"]
    );
}

trait Streams: Transport {
    #[endpoint(GET, "/stream", response = Body)]
    async fn stream(&self) -> Result<Body, Error>;
}
impl<T: Transport> Streams for T {}

#[tokio::test]
async fn unread_streams_do_not_block_another_call() {
    let unfinished = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst";
    let server = Server::responding_with(move |request| {
        if request.target() == "/stream" { unfinished } else { SEVEN }.to_owned()
    });
    let client = server.client();
    let mut unread = Vec::new();
    // One more than the default of `max_concurrency`.
    for _ in 0..65 {
        unread.push(client.stream().await.unwrap());
    }
    assert_eq!(client.private().await.unwrap(), 7);
    assert_eq!(server.connections(), 66, "the streams are open");
    drop(unread);
}

#[tokio::test]
async fn connection_is_reused_after_its_response_is_read() {
    // More bytes than the socket buffers contain.
    const LENGTH: usize = 8 << 20;
    let long = format!("HTTP/1.1 200 OK\r\nContent-Length: {LENGTH}\r\n\r\n{}", "7".repeat(LENGTH));
    let server =
        Server::responding_with(move |request| if request.target() == "/stream" { long.clone() } else { SEVEN.into() });
    let client = server.client();
    let body = client.stream().await.unwrap();
    client.private().await.unwrap();
    assert_eq!(server.connections(), 2, "one was taken");
    assert_eq!(body.collect().await.unwrap().len(), LENGTH);
    for _ in 0..16 {
        tokio::task::yield_now().await;
    }
    let (first, second) = tokio::join!(client.private(), client.private());
    assert_eq!((first.unwrap(), second.unwrap()), (7, 7));
    assert_eq!(server.connections(), 0, "both are there");
    drop(client.stream().await.unwrap());
    client.private().await.unwrap();
    client.private().await.unwrap();
    assert_eq!(server.connections(), 0, "what is not read to its end is closed, and the other one is there");
}
