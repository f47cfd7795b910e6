//! Streams that are sent as the body of another call.

use super::Files;
use crate::support::gate::gate;
use crate::support::staged::StagedServer;

#[tokio::test]
async fn stream_can_be_sent_as_a_body() {
    let (read, download_is_read) = gate();
    let source = StagedServer::start(move |connection| {
        connection.read_head();
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
        download_is_read.wait();
        connection.send("-last");
    });
    let target = StagedServer::start(move |connection| {
        let head = connection.read_head();
        let mut body = [0; 10];
        connection.read_exact(&mut body[..5]);
        read.open();
        connection.read_exact(&mut body[5..]);
        connection.send("HTTP/1.1 204 No Content\r\n\r\n");
        (head, body)
    });
    let body = source.client().file().await.unwrap();
    target.client().put(body).await.unwrap();
    let (head, body) = target.finish();
    assert_eq!((head.headers("content-length"), &body), (vec!["10"], b"first-last"));
    source.finish();
}

#[tokio::test]
async fn partially_read_stream_can_be_sent_as_a_body() {
    let (read, first_is_read) = gate();
    let source = StagedServer::start(move |connection| {
        connection.read_head();
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst-");
        first_is_read.wait();
        connection.send("last");
    });
    let target = StagedServer::start(|connection| {
        let head = connection.read_head();
        let mut body = [0; 4];
        connection.read_exact(&mut body);
        connection.send("HTTP/1.1 204 No Content\r\n\r\n");
        (head, body)
    });
    let mut body = source.client().file().await.unwrap();
    assert_eq!(body.chunk().await.unwrap().unwrap(), "first-");
    assert_eq!(body.len(), Some(4));
    read.open();
    target.client().put(body).await.unwrap();
    let (head, body) = target.finish();
    assert_eq!((head.headers("content-length"), &body), (vec!["4"], b"last"));
    source.finish();
}
