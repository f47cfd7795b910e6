//! Any bytes as a response: a value, or an error that contains them.

use std::collections::BTreeMap;

use pivotal_api::{Customer, List, Onboarding};
use pivotal_runtime::{Error, ErrorKind, Response, Transport, endpoint, http};
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::fake::{Fake, outcome};

const KEPT: usize = 64 * 1024;

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "read for the sake of reading")]
struct Nested {
    id: u32,
    next: Option<Box<Nested>>,
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
#[allow(dead_code, reason = "read for the sake of reading")]
enum Tagged {
    Text { text: String },
    Number { number: f64 },
}

trait Api: Transport {
    #[endpoint(GET, "/", response = R)]
    async fn read<R: DeserializeOwned>(&self) -> Result<Response<R>, Error>;
}
impl<T: Transport> Api for T {}

fn reads<R: DeserializeOwned>(status: u16, headers: &http::HeaderMap, body: &[u8]) {
    let read = outcome(Fake::responding(status, headers, body.to_vec()).read::<R>());
    let Err(error) = read else {
        assert!((200..300).contains(&status) || status == 404, "{status}");
        return;
    };
    assert_eq!(error.status().unwrap(), status);
    assert_eq!(error.body(), Some(body.get(..KEPT).unwrap_or(body)));
    assert_eq!(error.is_body_truncated(), body.len() > KEPT);
    let kind = if (200..300).contains(&status) { ErrorKind::Decode } else { ErrorKind::Api };
    assert_eq!(error.kind(), kind);
    let shown = error.to_string();
    assert!(shown.contains(&status.to_string()), "{shown}");
    assert!(!shown.contains(|c: char| c.is_control()), "{shown:?}");
    assert!(!format!("{error:?} {error:#?}").is_empty());
}

/// Decodes a body as types of each kind.
fn reads_all(status: u16, content_type: Option<&'static str>, body: &[u8]) {
    let mut headers = http::HeaderMap::new();
    if let Some(content_type) = content_type {
        headers.insert("content-type", http::HeaderValue::from_static(content_type));
    }
    for read in [
        reads::<()>,
        reads::<bool>,
        reads::<u8>,
        reads::<i128>,
        reads::<f64>,
        reads::<char>,
        reads::<String>,
        reads::<bytes::Bytes>,
        reads::<serde_json::Value>,
        reads::<Option<Vec<u32>>>,
        reads::<(String, u8)>,
        reads::<BTreeMap<String, f32>>,
        reads::<Nested>,
        reads::<Tagged>,
        reads::<List<Customer>>,
        reads::<Onboarding>,
    ] {
        read(status, &headers, body);
    }
}

pub(crate) fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        // Quarters, which have an exact binary form.
        any::<i32>().prop_map(|quarters| (f64::from(quarters) / 4.0).into()),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 32, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            proptest::collection::btree_map("(id|next|type|data|has_more|text|.{0,3})", inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

/// JSON, JSON with changed bytes, random bytes, and hostile JSON.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        json().prop_map(|json| json.to_string().into_bytes()),
        (json(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(json, at, byte)| {
            let mut body = json.to_string().into_bytes();
            let at = at.index(body.len());
            if let Some(changed) = body.get_mut(at) {
                *changed = byte;
            }
            body
        }),
        (json(), any::<prop::sample::Index>()).prop_map(|(json, at)| {
            let mut body = json.to_string().into_bytes();
            body.truncate(at.index(body.len() + 1));
            body
        }),
        proptest::collection::vec(any::<u8>(), 0..200),
        (1_usize..3000).prop_map(|depth| "[".repeat(depth).into_bytes()),
        (1_usize..3000).prop_map(|depth| "{\"next\":".repeat(depth).into_bytes()),
        (1_usize..600).prop_map(|digits| "9".repeat(digits).into_bytes()),
        (0_usize..3).prop_map(|more| vec![b'x'; KEPT - 1 + more]),
        json().prop_map(|json| format!("\u{feff}{json}").into_bytes()),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_decoded_or_kept_in_an_error(
        status in prop_oneof![Just(200_u16), 200_u16..600],
        content_type in prop::sample::select(vec![
            None, Some("application/json"), Some("application/problem+json;q"), Some("text/plain"), Some(";"),
        ]),
        body in bodies(),
    ) {
        reads_all(status, content_type, &body);
    }

    #[test]
    fn written_json_is_read(json in json()) {
        let fake = Fake::responding(200, &http::HeaderMap::new(), json.to_string());
        prop_assert_eq!(outcome(fake.read::<serde_json::Value>()).unwrap().into_inner(), json);
    }
}
