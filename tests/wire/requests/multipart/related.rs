//! `multipart/related` (RFC 2387).

use bytes::Bytes;
use futures_util::stream;
use pivotal_runtime::http::header::{HeaderName, HeaderValue};
use pivotal_runtime::{Body, Error, Multipart, Part};
use serde_json::json;

use super::Files;
use crate::support::server::{rejection_of, request_of};

/// Returns `Content-Type` and the body, with `B` in place of the boundary.
async fn sent(body: Multipart) -> (String, String) {
    let received = request_of(async |api| api.upload(body).await).await;
    let content_type = received.header("content-type").unwrap();
    let boundary = content_type.split("boundary=").nth(1).unwrap().split(';').next().unwrap();
    assert_eq!(received.headers("content-length"), [received.body.len().to_string()]);
    (content_type.replace(boundary, "B"), String::from_utf8(received.body.clone()).unwrap().replace(boundary, "B"))
}

#[tokio::test]
async fn parts_have_no_names() {
    let photo = Part::new("jpeg").content_type("image/jpeg; q=1").file_name("photo.jpg");
    let body = Multipart::related([Part::json(&json!({ "name": "photo.jpg" })), photo]);
    let (content_type, body) = sent(body).await;
    assert_eq!(content_type, "multipart/related; boundary=B; type=\"application/json\"");
    assert_eq!(
        body,
        "--B\r\nContent-Type: application/json\r\n\r\n{\"name\":\"photo.jpg\"}\r\n\
         --B\r\nContent-Type: image/jpeg; q=1\r\n\r\njpeg\r\n--B--\r\n"
    );
}

#[tokio::test]
async fn type_is_that_of_the_first_part_without_parameters() {
    let first = Part::new("<a/>").content_type("application/xop+xml; charset=UTF-8");
    let id = (HeaderName::from_static("content-id"), HeaderValue::from_static("<1>"));
    let (content_type, body) = sent(Multipart::related(vec![first, Part::new("x").header(id.0, id.1)])).await;
    assert_eq!(content_type, "multipart/related; boundary=B; type=\"application/xop+xml\"");
    assert_eq!(
        body,
        "--B\r\nContent-Type: application/xop+xml; charset=UTF-8\r\n\r\n<a/>\r\n\
         --B\r\nContent-Type: application/octet-stream\r\ncontent-id: <1>\r\n\r\nx\r\n--B--\r\n"
    );
    let (content_type, _) = sent(Multipart::related([Part::new("x")])).await;
    assert_eq!(content_type, "multipart/related; boundary=B; type=\"application/octet-stream\"");
}

#[tokio::test]
async fn stream_follows_the_metadata() {
    let pieces = stream::iter([Ok::<_, Error>(Bytes::from("jp")), Ok(Bytes::from("eg"))]);
    let photo = Part::new(Body::from_stream(pieces, Some(4))).content_type("image/jpeg");
    let (_, body) = sent(Multipart::related([Part::json(&1), photo])).await;
    assert_eq!(
        body,
        "--B\r\nContent-Type: application/json\r\n\r\n1\r\n--B\r\nContent-Type: image/jpeg\r\n\r\njpeg\r\n--B--\r\n"
    );
}

#[tokio::test]
async fn body_that_is_no_list_of_parts_is_rejected() {
    let cases = [
        (Multipart::related([]), "has no parts; pass at least one to `Multipart::related`"),
        (
            Multipart::related([Part::new("a")]).text("name", "b"),
            "has a part with a name; pass all parts to `Multipart::related`",
        ),
        (
            Multipart::related([Part::new("a"), Part::new("b").content_type("b")]),
            "has a part whose media type is not valid; pass one such as `text/csv`",
        ),
    ];
    for (body, message) in cases {
        let error = rejection_of(async |api| api.upload(body).await).await;
        assert_eq!(error.to_string(), format!("POST /files: `form` {message}"));
    }
}
