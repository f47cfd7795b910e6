//! Compressed streams.

use tokio::io::AsyncWriteExt;

use super::{Api, Item, encoder, header};
use crate::support::gate::gate;
use crate::support::staged::StagedServer;

/// Encodes two pieces, each of which can be decoded without the next.
async fn pieces(coding: &str, texts: [&str; 2]) -> [Vec<u8>; 2] {
    let first = encoded_start(coding, texts[0], None).await;
    let mut both = encoded_start(coding, texts[0], Some(texts[1])).await;
    let second = both.split_off(first.len());
    [first, second]
}

/// Encodes the first piece and, if there is another, all of the body.
async fn encoded_start(coding: &str, first: &str, second: Option<&str>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = encoder(coding, &mut bytes);
    encoder.write_all(first.as_bytes()).await.unwrap();
    encoder.flush().await.unwrap();
    if let Some(second) = second {
        encoder.write_all(second.as_bytes()).await.unwrap();
        encoder.shutdown().await.unwrap();
    }
    drop(encoder);
    bytes
}

#[tokio::test]
async fn value_is_returned_before_the_next_is_sent() {
    for coding in ["gzip", "br", "zstd", "deflate"] {
        for content_type in ["text/event-stream", "application/x-ndjson"] {
            let texts = match content_type {
                "text/event-stream" => ["data: {\"id\":1}\n\n", "data: {\"id\":2}\n\n"],
                _ => ["{\"id\":1}\n", "{\"id\":2}\n"],
            };
            let [first, second] = pieces(coding, texts).await;
            let (read, first_is_read) = gate();
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nContent-Encoding: {}\r\nContent-Length: {}\r\n\r\n",
                header(coding).1,
                first.len() + second.len()
            );
            let server = StagedServer::start(move |connection| {
                connection.read_head();
                connection.send(head);
                connection.send(first);
                first_is_read.wait();
                connection.send(second);
            });
            let client = server.client();
            if content_type == "text/event-stream" {
                let mut events = client.events().await.unwrap();
                assert_eq!(events.next().await.unwrap().unwrap(), Item { id: 1 }, "{coding}");
                read.open();
                assert_eq!(events.next().await.unwrap().unwrap(), Item { id: 2 });
                assert!(events.next().await.is_none());
            } else {
                let mut lines = client.lines().await.unwrap();
                assert_eq!(lines.next().await.unwrap().unwrap(), Item { id: 1 }, "{coding}");
                read.open();
                assert_eq!(lines.next().await.unwrap().unwrap(), Item { id: 2 });
                assert!(lines.next().await.is_none());
            }
            server.finish();
        }
    }
}
