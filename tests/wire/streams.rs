//! Streams of events and lines, and other faces of a body.

mod events;
mod lines;
mod readers;
mod resume;
mod until;

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;
use pivotal_runtime::{Client, Error};
use serde::Deserialize;

use crate::support::gate::Gate;
use crate::support::staged::StagedServer;

const EVENT_STREAM: (&str, &str) = ("Content-Type", "text/event-stream");

#[derive(Debug, PartialEq, Deserialize)]
struct Item {
    id: u32,
}

fn item(id: u32) -> Item {
    Item { id }
}

/// Returns the rest of a stream.
async fn rest<S: Stream<Item = Result<T, Error>> + Unpin, T>(mut stream: S) -> Vec<Result<T, Error>> {
    let mut items = Vec::new();
    while let Some(item) = poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await {
        items.push(item);
        assert!(items.len() < 100, "the stream does not end");
    }
    items
}

/// Returns the values of the rest of a stream without errors.
async fn values<S: Stream<Item = Result<T, Error>> + Unpin, T>(stream: S) -> Vec<T> {
    rest(stream).await.into_iter().map(Result::unwrap).collect()
}

/// Runs a call against a server that sends these pieces of a body in chunks, each after the gate before it is open. There is
/// one gate less than pieces.
async fn in_pieces<R>(content_type: &str, pieces: &[&'static str], call: impl AsyncFnOnce(Client, &[Gate]) -> R) -> R {
    let gates: Vec<Gate> = pieces.iter().skip(1).map(|_| Gate::default()).collect();
    let (pieces, opened) = (pieces.to_vec(), gates.clone());
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nTransfer-Encoding: chunked\r\n\r\n");
    let server = StagedServer::start(move |connection| {
        connection.read_head();
        connection.send(head);
        for (index, piece) in pieces.iter().enumerate() {
            if let Some(gate) = index.checked_sub(1).and_then(|before| opened.get(before)) {
                gate.wait();
            }
            connection.send(format!("{:x}\r\n{piece}\r\n", piece.len()));
        }
        connection.send("0\r\n\r\n");
    });
    let result = call(server.client(), &gates).await;
    gates.iter().for_each(Gate::open);
    server.finish();
    result
}
