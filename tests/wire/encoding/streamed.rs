//! Compressed streams.

use async_compression::Level;
use async_compression::tokio::write::{BrotliEncoder, GzipEncoder, ZlibEncoder, ZstdEncoder};
use tokio::io::{AsyncWrite, AsyncWriteExt};

use super::{Api, Item, header};
use crate::support::gate::gate;
use crate::support::staged::StagedServer;

/// Encodes two pieces, each of which can be decoded without the next.
async fn pieces(coding: &str, texts: [&str; 2]) -> [Vec<u8>; 2] {
    let mut encoded = Vec::new();
    let mut encoder: Box<dyn AsyncWrite + Unpin + Send + '_> = match coding {
        "br" => Box::new(BrotliEncoder::with_quality(&mut encoded, Level::Fastest)),
        "zstd" => Box::new(ZstdEncoder::new(&mut encoded)),
        "deflate" => Box::new(ZlibEncoder::new(&mut encoded)),
        _ => Box::new(GzipEncoder::new(&mut encoded)),
    };
    encoder.write_all(texts[0].as_bytes()).await.unwrap();
    encoder.flush().await.unwrap();
    drop(encoder);
    let first = encoded.len();
    // Once more, since the length of the first piece must be known.
    let mut encoded = Vec::new();
    let mut encoder: Box<dyn AsyncWrite + Unpin + Send + '_> = match coding {
        "br" => Box::new(BrotliEncoder::with_quality(&mut encoded, Level::Fastest)),
        "zstd" => Box::new(ZstdEncoder::new(&mut encoded)),
        "deflate" => Box::new(ZlibEncoder::new(&mut encoded)),
        _ => Box::new(GzipEncoder::new(&mut encoded)),
    };
    encoder.write_all(texts[0].as_bytes()).await.unwrap();
    encoder.flush().await.unwrap();
    encoder.write_all(texts[1].as_bytes()).await.unwrap();
    encoder.shutdown().await.unwrap();
    drop(encoder);
    let second = encoded.split_off(first);
    [encoded, second]
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
