//! Reads any bytes as a response, into types of every shape.

#![no_main]
#![allow(dead_code, reason = "values are read and dropped")]

mod fake;

use std::collections::BTreeMap;

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use pivotal_api::{Contact, Customer, Deleted, Health, List, Me, Onboarding};
use pivotal_runtime::{Body, Error, ErrorKind, Response, Transport, endpoint, http};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use fake::{Fake, outcome, show};

#[derive(Deserialize)]
struct Nested {
    id: u32,
    next: Option<Box<Nested>>,
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Tagged {
    Text { text: String },
    Number { number: f64 },
    Nothing,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Untagged {
    Number(i128),
    Flag(bool),
    List(Vec<Untagged>),
    Map(BTreeMap<String, Untagged>),
}

trait Read: Transport {
    #[endpoint(GET, "/", response = R)]
    async fn read<R: DeserializeOwned>(&self) -> Result<Response<R>, Error>;
}
impl<T: Transport> Read for T {}

// The first byte chooses the type, the next the status and the content type.
fuzz_target!(|input: (u8, u8, u8, &[u8])| {
    let (kind, status, content_type, body) = input;
    let status = STATUSES[usize::from(status) % STATUSES.len()];
    let content_type = CONTENT_TYPES[usize::from(content_type) % CONTENT_TYPES.len()];
    let mut response = http::Response::new(Body::from(Bytes::copy_from_slice(body)));
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
    if !content_type.is_empty() {
        response.headers_mut().insert("content-type", http::HeaderValue::from_static(content_type));
    }
    READERS[usize::from(kind) % READERS.len()](response, body);
});

const STATUSES: [u16; 8] = [200, 200, 200, 200, 204, 404, 400, 503];
const CONTENT_TYPES: [&str; 4] = ["application/json", "application/problem+json; charset=utf-8", "text/plain", ""];

/// Reads a response as one type.
type Reader = fn(http::Response<Body>, &[u8]);

static READERS: [Reader; 19] = [
    read::<()>,
    read::<String>,
    read::<Bytes>,
    read::<u8>,
    read::<i128>,
    read::<f32>,
    read::<char>,
    read::<Option<Vec<Option<u32>>>>,
    read::<(String, f64, [bool; 2])>,
    read::<serde_json::Value>,
    read::<Nested>,
    read::<Tagged>,
    read::<Untagged>,
    read::<List<Customer>>,
    read::<List<Onboarding>>,
    read::<Contact>,
    read::<Deleted>,
    read::<Me>,
    read::<Health>,
];

fn read<R: DeserializeOwned>(response: http::Response<Body>, body: &[u8]) {
    let status = response.status();
    match outcome(Fake::responding(response).read::<R>()) {
        Ok(_) => assert!(status.is_success() || status == 404),
        Err(error) => {
            assert_eq!(error.status(), Some(status));
            assert_eq!(error.body(), Some(&body[..body.len().min(64 * 1024)]));
            assert_eq!(error.kind(), if status.is_success() { ErrorKind::Decode } else { ErrorKind::Api });
            show(&error);
        }
    }
}
