//! Parts with headers, and parts in JSON.

use pivotal_runtime::http::header::{CONTENT_DISPOSITION, CONTENT_LANGUAGE, CONTENT_TYPE, HeaderName, HeaderValue};
use pivotal_runtime::{Multipart, Part};
use serde::{Serialize, Serializer};
use serde_json::json;

use super::{Files, upload};
use crate::support::server::rejection_of;

/// Returns the body with `B` in place of the boundary.
async fn sent(form: Multipart) -> String {
    let (boundary, received) = upload(form).await;
    String::from_utf8(received.body).unwrap().replace(&boundary, "B")
}

/// Returns the only part of a form, without the boundaries.
async fn sent_part(part: Part) -> String {
    let sent = sent(Multipart::new().part("a", part)).await;
    let part = sent.strip_prefix("--B\r\nContent-Disposition: form-data; name=\"a\"").expect(&sent);
    part.strip_suffix("\r\n--B--\r\n").expect(&sent).to_owned()
}

#[tokio::test]
async fn part_has_the_headers_that_are_set() {
    assert_eq!(sent_part(Part::new("text")).await, "\r\n\r\ntext");
    assert_eq!(sent_part(Part::new("").file_name("a.txt")).await, "; filename=\"a.txt\"\r\n\r\n");
    let typed = Part::new(vec![b'x']).content_type("text/csv; header=present");
    assert_eq!(sent_part(typed).await, "\r\nContent-Type: text/csv; header=present\r\n\r\nx");
    let part = Part::new("x")
        .header(CONTENT_LANGUAGE, HeaderValue::from_static("en"))
        .header(HeaderName::from_static("x-id"), HeaderValue::from_static("1"))
        .header(HeaderName::from_static("x-id"), HeaderValue::from_static("2"))
        .content_type("text/csv")
        .file_name("a.csv");
    let expected =
        "; filename=\"a.csv\"\r\nContent-Type: text/csv\r\ncontent-language: en\r\nx-id: 1\r\nx-id: 2\r\n\r\nx";
    assert_eq!(sent_part(part).await, expected);
}

#[tokio::test]
async fn last_media_type_and_file_name_are_sent() {
    let part = Part::json(&1).content_type("application/ld+json").file_name("a").file_name("b");
    assert_eq!(sent_part(part).await, "; filename=\"b\"\r\nContent-Type: application/ld+json\r\n\r\n1");
    let part = Part::new("x").content_type("text/csv").header(CONTENT_TYPE, HeaderValue::from_static("text/html"));
    assert_eq!(sent_part(part).await, "\r\nContent-Type: text/html\r\n\r\nx");
}

#[tokio::test]
async fn json_is_a_part_without_a_file_name() {
    let form = Multipart::new().text("model", "whisper").json("metadata", &json!({ "a": [1, null] }));
    assert_eq!(
        sent(form).await,
        "--B\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper\r\n\
         --B\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n\
         {\"a\":[1,null]}\r\n--B--\r\n"
    );
    assert_eq!(sent_part(Part::json(&None::<u8>)).await, "\r\nContent-Type: application/json\r\n\r\nnull");
}

#[tokio::test]
async fn part_that_cannot_be_sent_is_rejected() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("s3cr3t"))
        }
    }
    let disposition = HeaderValue::from_static("form-data; name=\"s3cr3t\"");
    let opaque = HeaderValue::from_bytes(b"text/\xff").unwrap();
    let (media_type, json) = (
        "has a part whose media type is not valid; pass one such as `text/csv`",
        "has a part that cannot be written as JSON: a type in it rejects its value",
    );
    let cases = [
        (
            Part::new("s3cr3t").header(CONTENT_DISPOSITION, disposition),
            "has a part with the header `Content-Disposition`, which the client writes; remove it, and call `Part::file_name`",
        ),
        (Part::new("s3cr3t").header(CONTENT_TYPE, opaque), media_type),
        (Part::new("s3cr3t").content_type("s3cr3t"), media_type),
        (Part::json(&Broken), json),
        // The first error is reported.
        (Part::json(&Broken).content_type(""), json),
    ];
    for (part, message) in cases {
        let form = Multipart::new().text("a", "b").part("s3cr3t", part).text("c", "d");
        assert!(!format!("{form:?}").contains("s3cr3t"));
        let error = rejection_of(async |api| api.upload(form).await).await;
        assert_eq!(error.parameter_name(), Some("form"));
        assert_eq!(error.to_string(), format!("POST /files: `form` {message}"));
    }
    let error = rejection_of(async |api| api.upload(Multipart::new().json("a", &Broken)).await).await;
    assert_eq!(error.to_string(), format!("POST /files: `form` {json}"));
}

#[test]
fn debug_shows_no_content_and_no_names() {
    let part = || {
        Part::new("s3cr3t")
            .file_name("s3cr3t")
            .content_type("s3cr3t/s3cr3t")
            .header(CONTENT_LANGUAGE, HeaderValue::from_static("s3cr3t"))
    };
    assert_eq!(format!("{:?}", part()), "Part { content: Body(6 bytes), .. }");
    let form = Multipart::new().part("s3cr3t", part()).text("s3cr3t", "s3cr3t");
    assert_eq!(format!("{form:?}"), "Multipart(2 parts)");
    assert_eq!(format!("{:?}", Multipart::related([part()])), "Multipart(1 parts)");
}
