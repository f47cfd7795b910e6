//! Bodies that are decoded, whatever they are read into.

use pivotal_runtime::{Error, ErrorKind};

use super::{Api, CODINGS, ITEM, Item, JSON, encoded, header};
use crate::support::builder_for;
use crate::support::server::{Server, outcome_of};

#[tokio::test]
async fn every_coding_is_decoded_into_every_type() {
    for coding in CODINGS {
        let body = encoded(coding, ITEM).await;
        let headers = [JSON, header(coding)];
        let item = outcome_of(200, &headers, &body, async |api| api.item().await).await;
        assert_eq!(item.unwrap(), Item { id: 7 }, "{coding}");
        let response = outcome_of(200, &headers, &body, async |api| api.with_head().await).await.unwrap();
        for name in ["content-encoding", "content-length"] {
            assert!(!response.headers().contains_key(name), "`{name}` is that of the encoded body");
        }
        assert_eq!(response.into_inner(), Some(Item { id: 7 }));
        assert_eq!(outcome_of(200, &headers, &body, async |api| api.text().await).await.unwrap(), ITEM);
        assert_eq!(outcome_of(200, &headers, &body, async |api| api.bytes().await).await.unwrap(), ITEM);
        let stream = outcome_of(200, &headers, &body, async |api| api.body().await).await.unwrap();
        assert_eq!((stream.len(), stream.collect().await.unwrap()), (None, ITEM.into()));
        outcome_of(200, &headers, &body, async |api| api.touch().await).await.unwrap();
    }
}

#[tokio::test]
async fn error_body_is_decoded() {
    let envelope = r#"{"error":{"type":"conflict","code":"busy","message":"Later"}}"#;
    for coding in CODINGS {
        let body = encoded(coding, envelope).await;
        let error = outcome_of(409, &[JSON, header(coding)], &body, async |api| api.item().await).await.unwrap_err();
        assert_eq!((error.kind(), error.code(), error.message()), (ErrorKind::Api, Some("busy"), Some("Later")));
        assert_eq!(error.body(), Some(envelope.as_bytes()), "{coding}");
    }
}

#[tokio::test]
async fn several_codings_are_decoded_in_reverse_order() {
    let twice = encoded("br", encoded("gzip", ITEM).await).await;
    for headers in [
        &[("Content-Encoding", "gzip, br")][..],
        &[("Content-Encoding", "gzip"), ("Content-Encoding", "br")],
        &[("content-encoding", " GZIP ,identity,, Br")],
    ] {
        let text = outcome_of(200, headers, &twice, async |api| api.text().await).await;
        assert_eq!(text.unwrap(), ITEM, "{headers:?}");
    }
    let text = outcome_of(200, &[("Content-Encoding", "identity")], ITEM, async |api| api.text().await).await;
    assert_eq!(text.unwrap(), ITEM);
}

/// Several members form one body, as `cat a.gz b.gz` does.
#[tokio::test]
async fn several_members_are_decoded() {
    for coding in ["gzip", "zstd"] {
        let body = [encoded(coding, "{\"id\"").await, encoded(coding, ":7}").await].concat();
        let text = outcome_of(200, &[header(coding)], &body, async |api| api.text().await).await;
        assert_eq!(text.unwrap(), ITEM, "{coding}");
    }
}

#[tokio::test]
async fn response_without_a_body_is_not_decoded() {
    for coding in CODINGS {
        let response = outcome_of(204, &[header(coding)], "", async |api| api.head().await).await.unwrap();
        assert_eq!(response.headers()["content-encoding"], header(coding).1);
        outcome_of(200, &[header(coding)], "", async |api| api.touch().await).await.unwrap();
        assert_eq!(outcome_of(200, &[header(coding)], "", async |api| api.text().await).await.unwrap(), "");
        let empty = encoded(coding, "").await;
        assert_eq!(outcome_of(200, &[header(coding)], &empty, async |api| api.text().await).await.unwrap(), "");
    }
}

/// The response to HEAD has the headers of a body, and no body.
#[tokio::test]
async fn head_keeps_the_headers_of_its_body() {
    use crate::support::server::{Server, client};

    let server = Server::responding("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 99\r\n\r\n");
    let response = client(&server.url()).head().await.unwrap();
    assert_eq!(response.status().as_u16(), 200);
    let size = response.headers().get("content-length").map(|size| size.to_str().unwrap());
    assert_eq!(size, Some("99"));
}

/// A range is a part of the encoded body.
#[tokio::test]
async fn range_is_not_decoded() {
    for coding in CODINGS {
        let headers = [header(coding)];
        let bytes = outcome_of(206, &headers, "part", async |api| api.bytes().await).await.unwrap();
        assert_eq!(bytes, "part");
        let body = outcome_of(206, &headers, "part", async |api| api.body().await).await.unwrap();
        assert_eq!(body.collect().await.unwrap(), "part");
    }
}

#[tokio::test]
async fn unknown_coding_is_an_error_that_names_it() {
    fn check<R>(outcome: Result<R, Error>) {
        let error = outcome.err().unwrap();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
        assert_eq!(error.body(), Some(&b"packed"[..]));
        assert_eq!(
            error.to_string(),
            "GET /item: returned 200 OK, but the body could not be read: the body is encoded as `gzip, compress`; send \
             `Accept-Encoding: identity`, as in `header(\"Accept-Encoding\") = \"identity\"`"
        );
    }
    let headers = [JSON, ("Content-Encoding", "gzip, compress")];
    check(outcome_of(200, &headers, "packed", async |api| api.item().await).await);
    check(outcome_of(200, &headers, "packed", async |api| api.bytes().await).await);
    check(outcome_of(200, &headers, "packed", async |api| api.body().await).await);
    check(outcome_of(200, &headers, "packed", async |api| api.lines().await).await);
    check(outcome_of(200, &headers, "packed", async |api| api.events().await).await);
    // Nothing of the body is read.
    outcome_of(200, &headers, "packed", async |api| api.touch().await).await.unwrap();
    let error = outcome_of(500, &headers, "packed", async |api| api.item().await).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 500));
    assert!(error.to_string().contains("the body is encoded as `gzip, compress`; "), "{error}");
}

/// The body is lost, and must not be treated as an empty one.
#[tokio::test]
async fn lost_body_with_an_unknown_coding_is_an_error() {
    fn check<R>(outcome: Result<R, Error>, kind: ErrorKind) {
        assert_eq!(outcome.err().map(|error| error.kind()), Some(kind));
    }
    const RESPONSE: &str = "HTTP/1.1 200 X\r\nContent-Encoding: compress\r\nContent-Length: 9\r\n\r\npacked";
    let server = Server::responding_and_closing(RESPONSE);
    let builder = || builder_for(server.url()).max_attempts(1);
    let client = builder().build().unwrap();
    check(client.bytes().await, ErrorKind::Transport);
    check(client.with_head().await, ErrorKind::Transport);
    let limited = builder().max_response_bytes(0).build().unwrap();
    check(limited.bytes().await, ErrorKind::TooLarge);
}
