//! Calls outside and inside a runtime.

use std::io;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream;
use pivotal_runtime::{Body, Error, Transport, endpoint};

use super::{Notes, SEVEN, client_of};
use crate::support::KEY;
use crate::support::server::Server;

trait Async: Transport {
    #[endpoint(GET, "/async")]
    async fn get(&self) -> Result<u8, Error>;
}
impl<T: Transport> Async for T {}

/// Makes two calls, and checks the requests.
fn call(server: &Server) {
    let client = client_of(server);
    assert_eq!(client.note(1, Some("de")).unwrap(), 7);
    let request = server.request();
    assert_eq!(request.line, "GET /notes/1?lang=de HTTP/1.1");
    assert_eq!(request.headers("authorization"), [format!("Bearer {KEY}")]);
    let put = client.put(2, "text", Some("\"1\"")).unwrap();
    assert_eq!((put.status().as_u16(), put.into_inner()), (200, 7));
    let request = server.request();
    assert_eq!((request.headers("if-match"), &*request.body), (vec!["\"1\""], &b"\"text\""[..]));
}

#[test]
fn blocking_client_works_outside_a_runtime() {
    call(&Server::responding(SEVEN));
}

#[tokio::test]
async fn blocking_client_works_on_a_current_thread_runtime() {
    call(&Server::responding(SEVEN));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn blocking_client_works_on_a_multi_thread_runtime() {
    let server = Server::responding(SEVEN);
    call(&server);
    tokio::spawn(async move { call(&server) }).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn blocking_client_works_within_blocking_tasks() {
    tokio::task::block_in_place(|| call(&Server::responding(SEVEN)));
    tokio::task::spawn_blocking(|| call(&Server::responding(SEVEN))).await.unwrap();
}

#[tokio::test]
async fn blocking_client_works_beside_an_async_client() {
    let server = Server::responding(SEVEN);
    let blocking = client_of(&server);
    let client = server.client();
    for _ in 0..3 {
        assert_eq!((client.get().await.unwrap(), blocking.note(1, None).unwrap()), (7, 7));
    }
}

/// The body of one call is the response to another.
#[test]
fn blocking_client_works_on_the_thread_of_another() {
    let server = Server::responding(SEVEN);
    let (client, other) = (client_of(&server), client_of(&server));
    let (done, is_done) = mpsc::channel();
    thread::spawn(move || {
        let inner = client.clone();
        let body = stream::once(async move {
            let innermost = inner.clone();
            let body = stream::once(async move { Ok(Bytes::from(innermost.note(1, None)?.to_string())) });
            other.copy(Body::from_stream(body, Some(1)))?;
            Ok(Bytes::from(inner.note(2, None)?.to_string()))
        });
        let response = client.copy(Body::from_stream(body, Some(1)));
        done.send(response.and_then(|body| io::read_to_string(body.blocking_reader()).map_err(Error::transport)))
            .unwrap();
    });
    let response = is_done.recv_timeout(Duration::from_secs(50)).expect("the call must not wait for itself");
    assert_eq!(response.unwrap(), "7");
}

#[tokio::test]
async fn blocking_client_can_be_dropped_in_async_code() {
    let server = Server::responding(SEVEN);
    drop(client_of(&server));
    let client = client_of(&server);
    client.note(1, None).unwrap();
    let clone = client.clone();
    drop(client);
    assert_eq!(clone.note(1, None).unwrap(), 7, "the clone keeps the thread");
    drop(clone);
    tokio::spawn(async move {
        let client = client_of(&server);
        client.note(1, None).unwrap();
        drop(client);
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn blocking_client_can_be_dropped_on_a_multi_thread_runtime() {
    let server = Server::responding(SEVEN);
    let client = client_of(&server);
    client.note(1, None).unwrap();
    tokio::spawn(async move { drop(client) }).await.unwrap();
}

#[test]
fn blocking_client_can_be_dropped_by_another_thread() {
    let server = Server::responding(SEVEN);
    let client = client_of(&server);
    client.note(1, None).unwrap();
    thread::spawn(move || drop(client)).join().unwrap();
}
