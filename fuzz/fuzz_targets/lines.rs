//! Reads any bytes as lines of text and of JSON, in any chunks.

#![no_main]

mod chunks;
mod fake;

use std::collections::BTreeMap;
use std::fmt::Debug;

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use pivotal_runtime::{Body, Error, Lines, Transport, endpoint};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use chunks::{Lengths, all, body, responding, with_secrets};
use fake::outcome;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    id: u32,
    tags: Option<Vec<BTreeMap<String, u8>>>,
    next: Option<Box<Change>>,
}

trait Api: Transport {
    #[endpoint(GET, "/", response = Lines<T>)]
    async fn lines<T: DeserializeOwned>(&self) -> Result<Lines<T>, Error>;
}
impl<T: Transport> Api for T {}

// The first bytes are the lengths of chunks.
fuzz_target!(|input: (Lengths, &[u8])| {
    let (lengths, text) = input;
    let text = with_secrets(text);
    let complete = || Body::from(text.clone());
    let chunked = || body(&text, lengths);
    for content_type in ["application/x-ndjson", "text/plain"] {
        assert_eq!(read::<String>(content_type, chunked()), read(content_type, complete()));
        assert_eq!(read::<Bytes>(content_type, chunked()), read(content_type, complete()));
        assert_eq!(read::<Value>(content_type, chunked()), read(content_type, complete()));
        assert_eq!(read::<Change>(content_type, chunked()), read(content_type, complete()));
    }
    assert_eq!(all(chunked().into_lines()), all(complete().into_lines()));
    // Lines as bytes are the text without line ends and a byte order mark.
    let lines = read::<Bytes>("text/plain", chunked());
    let joined: Vec<u8> = lines.into_iter().flat_map(Result::unwrap).collect();
    let is_part_of_end = |byte: &&u8| !matches!(byte, b'\r' | b'\n');
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&text);
    assert!(joined.iter().filter(is_part_of_end).eq(text.iter().filter(is_part_of_end)));
});

fn read<T: DeserializeOwned + Debug>(content_type: &'static str, body: Body) -> Vec<Result<T, String>> {
    all(outcome(responding(content_type, body).lines::<T>()).unwrap())
}
