//! Bodies that are meant to do harm.

use pivotal_runtime::{Delivery, Error, ErrorKind, Transport, endpoint};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::{JSON, client_with_response, error_of_one_request, response};
use crate::number_api::Api;
use crate::support::run;
use crate::support::scripted::{ScriptedServer, respond};

#[derive(Debug, Deserialize)]
struct Item {
    #[expect(dead_code, reason = "only decoded")]
    id: u32,
}

trait Hostile: Transport {
    #[endpoint(GET, "/number")]
    async fn value(&self) -> Result<Value, Error>;

    #[endpoint(GET, "/number")]
    async fn item(&self) -> Result<Item, Error>;

    #[endpoint(GET, "/number")]
    async fn text(&self) -> Result<String, Error>;

    #[endpoint(GET, "/number")]
    async fn float(&self) -> Result<f64, Error>;
}
impl<T: Transport> Hostile for T {}

fn hostile() -> [Vec<u8>; 11] {
    [
        b"{\"id\":7,\"\xff\":1}".to_vec(),
        b"\xff\xfe{\0}\0".to_vec(),
        b"{\"id\":\0}".to_vec(),
        b"\0".to_vec(),
        br#"{"id":7,"id":8}"#.to_vec(),
        format!("{{\"id\":1{}}}", "0".repeat(400)).into_bytes(),
        br#"{"id":1e400}"#.to_vec(),
        "[".repeat(10_000).into_bytes(),
        format!("{}1{}", "{\"id\":".repeat(10_000), "}".repeat(10_000)).into_bytes(),
        format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)).into_bytes(),
        br#"{"id":7,"\ud800":"\udc00"}"#.to_vec(),
    ]
}

/// Returns the part of a body that an error contains.
fn kept(body: &[u8]) -> &[u8] {
    &body[..body.len().min(64 << 10)]
}

#[tokio::test]
async fn hostile_body_is_a_decode_error() {
    let server = ScriptedServer::new(hostile().map(|body| respond(response("200 OK", JSON, body))));
    let client = server.client();
    for body in hostile() {
        let start = String::from_utf8_lossy(&body[..body.len().min(20)]).into_owned();
        let error = client.item().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.delivery()),
            (ErrorKind::Decode, Some(Delivery::Responded)),
            "{start}: {error:?}"
        );
        assert_eq!(error.attempts(), 1, "{start}");
        assert!(error.body().unwrap() == kept(&body), "{start}");
    }
    server.finish().await;
}

#[tokio::test]
async fn hostile_error_body_keeps_the_status() {
    let server = ScriptedServer::new(hostile().map(|body| respond(response("400 Bad Request", JSON, body))));
    let client = server.client();
    for body in hostile() {
        let error = client.get().await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 400), "{error:?}");
        assert_eq!(error.code(), None);
        assert!(error.body().unwrap() == kept(&body));
    }
    server.finish().await;
    let deep = format!(r#"{{"error":{{"code":{}1{}}}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let (error, _) = error_of_one_request(response("400 Bad Request", JSON, deep)).await;
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, None), "{error:?}");
}

#[tokio::test]
async fn unusual_json_is_decoded() {
    let cases = [
        (r#"{"a":1,"a":2}"#, serde_json::json!({"a": 2})),
        (r#""\u0000""#, serde_json::json!("\0")),
        (r"[1e-400,-0]", serde_json::json!([0.0, -0.0])),
    ];
    for (body, value) in cases {
        let server = ScriptedServer::new([respond(response("200 OK", JSON, body))]);
        assert_eq!(server.client().value().await.unwrap(), value);
        server.finish().await;
    }
}

#[tokio::test]
async fn error_about_a_hostile_body_is_short() {
    let deep = format!("{{\"junk\":{}:", "[".repeat(16 * 1024 * 1024 - 64));
    let long_key = format!("{{\"{}\":", "k".repeat(1024 * 1024));
    let long_path = format!("{}7", "{\"id\":".repeat(100_000));
    for body in [deep, long_key, long_path] {
        let client = client_with_response(200, body.into_bytes());
        for error in [client.item().await.unwrap_err(), client.float().await.unwrap_err()] {
            assert_eq!(error.kind(), ErrorKind::Decode);
            let shown = format!("{error} {error:?}");
            assert!(shown.len() < 2_000, "{} bytes", shown.len());
        }
    }
}

/// Random bytes, and JSON with some bytes changed.
fn nearly_json() -> impl Strategy<Value = Vec<u8>> {
    let json = prop::sample::select(&[
        r#"{"id":7,"tags":["a",{"b":null}],"text":"\ud83d\ude00 \n"}"#,
        r#"{"error":{"type":"conflict","code":"slug_taken","message":"m","field":"slug"}}"#,
        "[1,-2.5e10,true,\"x\"]",
    ]);
    let changed =
        (json, prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4)).prop_map(|(json, changes)| {
            let mut json = json.as_bytes().to_vec();
            for (at, byte) in changes {
                let at = at.index(json.len());
                json[at] = byte;
            }
            json
        });
    prop_oneof![prop::collection::vec(any::<u8>(), 0..200), changed]
}

proptest! {
    #[test]
    fn no_body_causes_a_panic(body in nearly_json(), status in prop::sample::select(&[200_u16, 400])) {
        let client = client_with_response(status, body.clone());
        let errors = run(async {
            [
                client.value().await.err(),
                client.item().await.err(),
                client.text().await.err(),
                client.float().await.err(),
            ]
        });
        let expected = if status == 200 { ErrorKind::Decode } else { ErrorKind::Api };
        for error in errors.into_iter().flatten() {
            prop_assert_eq!(error.kind(), expected);
            prop_assert_eq!(error.body(), Some(body.as_slice()));
            let _ = (error.to_string(), format!("{error:?}"));
        }
    }
}
