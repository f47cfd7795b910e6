//! Compressed bodies.

mod accepted;
mod decoded;
mod hostile;
mod streamed;

use async_compression::Level;
use async_compression::tokio::write::{BrotliEncoder, DeflateEncoder, GzipEncoder, ZlibEncoder, ZstdEncoder};
use pivotal_runtime::{Body, Bytes, Error, Events, Lines, Response, Transport, endpoint};
use serde::Deserialize;
use tokio::io::{AsyncWrite, AsyncWriteExt};

#[derive(Debug, PartialEq, Deserialize)]
struct Item {
    id: u32,
}

trait Api: Transport {
    #[endpoint(GET, "/item")]
    async fn item(&self) -> Result<Item, Error>;

    #[endpoint(GET, "/item", response = Item)]
    async fn with_head(&self) -> Result<Response<Option<Item>>, Error>;

    #[endpoint(GET, "/item")]
    async fn text(&self) -> Result<String, Error>;

    #[endpoint(GET, "/item")]
    async fn bytes(&self) -> Result<Bytes, Error>;

    #[endpoint(GET, "/item")]
    async fn body(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/item")]
    async fn lines(&self) -> Result<Lines<Item>, Error>;

    #[endpoint(GET, "/item")]
    async fn events(&self) -> Result<Events<Item>, Error>;

    #[endpoint(HEAD, "/item")]
    async fn head(&self) -> Result<Response<()>, Error>;

    #[endpoint(PUT, "/item")]
    async fn touch(&self) -> Result<(), Error>;

    #[endpoint(GET, "/item", header("Accept-Encoding") = "br", response = ())]
    async fn as_brotli(&self);

    #[endpoint(GET, "/item", header("Range") = "bytes=0-9", response = ())]
    async fn range(&self);
}
impl<T: Transport> Api for T {}

const JSON: (&str, &str) = ("Content-Type", "application/json");
const ITEM: &str = "{\"id\":7}";

/// The names of the codings. `deflate` has two forms.
const CODINGS: [&str; 6] = ["gzip", "x-gzip", "br", "zstd", "deflate", "raw deflate"];

/// The value of `Content-Encoding`.
fn header(coding: &str) -> (&'static str, &str) {
    ("Content-Encoding", coding.trim_start_matches("raw "))
}

/// An encoder that writes to a vector.
type Encoder<'a> = Box<dyn AsyncWrite + Unpin + Send + 'a>;

fn encoder<'a>(coding: &str, encoded: &'a mut Vec<u8>) -> Encoder<'a> {
    match coding {
        "br" => Box::new(BrotliEncoder::with_quality(encoded, Level::Fastest)),
        "zstd" => Box::new(ZstdEncoder::new(encoded)),
        "deflate" => Box::new(ZlibEncoder::new(encoded)),
        "raw deflate" => Box::new(DeflateEncoder::new(encoded)),
        _ => Box::new(GzipEncoder::new(encoded)),
    }
}

/// Encodes a body.
async fn encoded(coding: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = encoder(coding, &mut bytes);
    encoder.write_all(body.as_ref()).await.unwrap();
    encoder.shutdown().await.unwrap();
    drop(encoder);
    bytes
}
