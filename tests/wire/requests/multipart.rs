//! Multipart bodies (RFC 7578).

mod files;
mod parts;
mod related;
mod streamed;

use pivotal_runtime::{Multipart, Transport, endpoint, http};

use crate::support::request::ReceivedRequest;
use crate::support::server::{rejection_of, request_of};

trait Files: Transport {
    #[endpoint(POST, "/files", multipart = form, response = ())]
    async fn upload(&self, form: Multipart);

    #[endpoint(POST, "/files", header(..) = headers, multipart = form, response = ())]
    async fn upload_with(&self, headers: &http::HeaderMap, form: Multipart);
}
impl<T: Transport> Files for T {}

/// Returns the boundary in the `Content-Type` header.
fn boundary(received: &ReceivedRequest) -> String {
    let content_types = received.headers("content-type");
    assert_eq!(content_types.len(), 1, "{content_types:?}");
    let content_type = content_types.concat();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect(&content_type);
    assert!((1..=70).contains(&boundary.len()), "RFC 2046, section 5.1.1");
    assert!(boundary.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "needs no quotes: {boundary}");
    boundary.to_owned()
}

async fn upload(form: Multipart) -> (String, ReceivedRequest) {
    let received = request_of(async |api| api.upload(form).await).await;
    assert_eq!(received.headers("content-length"), [received.body.len().to_string()]);
    (boundary(&received), received)
}

/// Returns the first line of the only part.
async fn disposition(form: Multipart) -> String {
    let (_, received) = upload(form).await;
    String::from_utf8(received.body).unwrap().lines().nth(1).unwrap().to_owned()
}

#[tokio::test]
async fn parts_are_sent_unchanged() {
    let form = Multipart::new()
        .text("title", "Zoë's list\n")
        .file("list", "prices.csv", "text/csv; charset=utf-8", "a,1\r\nb,2")
        .text("", "")
        .file("raw", "", "application/octet-stream", vec![0, 0xff, b'-', b'-']);
    let (b, received) = upload(form).await;
    let mut expected = format!(
        "--{b}\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nZoë's list\n\r\n\
         --{b}\r\nContent-Disposition: form-data; name=\"list\"; filename=\"prices.csv\"\r\n\
         Content-Type: text/csv; charset=utf-8\r\n\r\na,1\r\nb,2\r\n\
         --{b}\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n\r\n\
         --{b}\r\nContent-Disposition: form-data; name=\"raw\"; filename=\"\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    expected.extend([0, 0xff, b'-', b'-']);
    expected.extend(format!("\r\n--{b}--\r\n").into_bytes());
    assert_eq!(String::from_utf8_lossy(&received.body), String::from_utf8_lossy(&expected));
    assert_eq!(received.body, expected);
}

#[tokio::test]
async fn form_without_parts_has_only_the_final_boundary() {
    let (b, received) = upload(Multipart::new()).await;
    assert_eq!(received.body, format!("--{b}--\r\n").as_bytes());
}

#[tokio::test]
async fn quotes_and_line_breaks_in_names_are_encoded() {
    let cases = [
        ("plain.txt", "plain.txt"),
        ("\"; filename=\"evil", "%22; filename=%22evil"),
        ("a\r\nX-Evil: 1\r\n\r\nb", "a%0D%0AX-Evil: 1%0D%0A%0D%0Ab"),
        ("a\nb\rc", "a%0Ab%0Dc"),
        ("Zoë €.csv", "Zoë €.csv"),
        ("100%", "100%"),
        ("back\\slash", "back%5Cslash"),
        ("a\\\"b\\", "a%5C%22b%5C"),
        ("\0\t\u{7f}", "%00%09%7F"),
    ];
    for (name, written) in cases {
        let form = Multipart::new().text(name, "x");
        let expected = format!("Content-Disposition: form-data; name=\"{written}\"");
        assert_eq!(disposition(form).await, expected, "{name:?}");
        let form = Multipart::new().file("f", name, "text/plain", "x");
        let expected = format!("Content-Disposition: form-data; name=\"f\"; filename=\"{written}\"");
        assert_eq!(disposition(form).await, expected, "{name:?}");
    }
}

#[tokio::test]
async fn invalid_media_type_is_rejected() {
    for content_type in
        ["text/plain\r\nX-Evil: 1", "text/plain\n", "\0", "a/\u{7f}", "", "csv", "text/", "/csv", "a b/c", "a/b/c"]
    {
        let form = Multipart::new().text("a", "b").file("photo", "x.png", content_type, "x");
        let error = rejection_of(async |api| api.upload(form).await).await;
        assert_eq!(error.parameter_name(), Some("form"));
        assert_eq!(
            error.to_string(),
            "POST /files: `form` has a part whose media type is not valid; pass one such as `text/csv`"
        );
    }
}

#[tokio::test]
async fn each_call_has_its_own_boundary() {
    let (first, _) = upload(Multipart::new()).await;
    let (second, _) = upload(Multipart::new()).await;
    assert_ne!(first, second, "one that is known could be planted in a part");
}

#[tokio::test]
async fn other_headers_are_sent_with_a_multipart_body() {
    let headers = [("x-a", "1")].map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
    let received =
        request_of(async |api| api.upload_with(&headers.into_iter().collect(), Multipart::new().text("a", "b")).await)
            .await;
    boundary(&received);
    assert_eq!(received.headers("x-a"), ["1"]);
}

#[tokio::test]
async fn content_type_in_a_header_map_does_not_replace_the_boundary() {
    let headers = [(http::header::CONTENT_TYPE, "multipart/form-data".parse().unwrap())];
    let (headers, form) = (headers.into_iter().collect(), Multipart::new().text("a", "b"));
    let received = request_of(async |api| api.upload_with(&headers, form).await).await;
    assert!(received.body.starts_with(format!("--{}\r\n", boundary(&received)).as_bytes()));
}
