//! The charset of text.

use pivotal_runtime::{Error, ErrorKind, Response, Transport, endpoint};
use serde::Deserialize;

use crate::support::server::outcome_of;

#[derive(Debug, PartialEq, Deserialize)]
struct Note(String);

trait Notes: Transport {
    #[endpoint(GET, "/n", error = String)]
    async fn text(&self) -> Result<String, Error>;

    #[endpoint(GET, "/n")]
    async fn note(&self) -> Result<Response<Option<Note>>, Error>;

    #[endpoint(GET, "/n")]
    async fn number(&self) -> Result<u8, Error>;
}
impl<T: Transport> Notes for T {}

async fn text(content_type: &str, body: &[u8]) -> Result<String, Error> {
    outcome_of(200, &[("Content-Type", content_type)], body, async |api| api.text().await).await
}

/// Asserts that a text cannot be decoded.
async fn assert_undecodable(content_type: &str, body: &[u8], expected: &str) {
    let error = text(content_type, body).await.unwrap_err();
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, Some(body)), "{content_type}");
    assert_eq!(
        error.to_string(),
        format!(
            "GET /n: returned 200 OK, but the body could not be read: expected {expected} ({content_type}; its start is in \
             `Error::body`)"
        )
    );
}

#[tokio::test]
async fn iso_8859_1_is_decoded() {
    for content_type in [
        "text/plain; charset=iso-8859-1",
        "text/html;charset=\"ISO-8859-1\"",
        "text/csv; header=present; Charset=latin1",
        "application/xml; charset=windows-1252",
    ] {
        assert_eq!(text(content_type, b"caf\xe9").await.unwrap(), "café", "{content_type}");
        // As in browsers.
        assert_eq!(text(content_type, b"5 \x80").await.unwrap(), "5 €", "{content_type}");
        assert_eq!(text(content_type, b"").await.unwrap(), "", "{content_type}");
    }
    let latin: Vec<u8> = (0xA0..=0xFF).collect();
    let expected: String = ('\u{A0}'..='\u{FF}').collect();
    assert_eq!(text("text/plain; charset=iso-8859-1", &latin).await.unwrap(), expected);
}

#[tokio::test]
async fn text_without_another_charset_is_utf_8() {
    for content_type in
        ["text/plain", "text/plain; charset=utf-8", "text/plain; charset=US-ASCII", "text/plain; charset"]
    {
        assert_eq!(text(content_type, "Zoë".as_bytes()).await.unwrap(), "Zoë", "{content_type}");
        assert_undecodable(content_type, b"caf\xe9", "text in UTF-8").await;
    }
    let marked = "\u{feff}Zoë";
    assert_eq!(text("text/plain; charset=iso-8859-1", marked.as_bytes()).await.unwrap(), marked, "the mark precedes");
}

#[tokio::test]
async fn types_of_a_text_are_decoded_by_its_charset() {
    let headers = [("Content-Type", "text/plain; charset=iso-8859-1")];
    let note = outcome_of(200, &headers, b"caf\xe9", async |api| api.note().await).await.unwrap();
    assert_eq!(note.into_inner(), Some(Note("café".to_owned())));
    let note = outcome_of(200, &headers, b"null", async |api| api.note().await).await.unwrap();
    assert_eq!(note.into_inner(), Some(Note("null".to_owned())));
}

/// JSON is UTF-8 (RFC 8259, section 8.1).
#[tokio::test]
async fn json_is_utf_8_with_any_charset() {
    let json = "application/json; charset=iso-8859-1";
    assert_eq!(text(json, "\"Zoë\"".as_bytes()).await.unwrap(), "Zoë");
    assert_eq!(text(json, "{\"name\":\"Zoë\"}".as_bytes()).await.unwrap(), "{\"name\":\"Zoë\"}");
    for (body, expected) in [(&b"\"caf\xe9\""[..], "JSON in UTF-8"), (b"caf\xe9", "text in UTF-8")] {
        assert_undecodable(json, body, expected).await;
    }
    for content_type in [json, "text/plain; charset=utf-16", "text/plain; charset=shift_jis"] {
        let number = outcome_of(200, &[("Content-Type", content_type)], "7", async |api| api.number().await).await;
        assert_eq!(number.unwrap(), 7, "{content_type}");
    }
}

async fn refusal(content_type: &str, body: &[u8]) -> Error {
    outcome_of(400, &[("Content-Type", content_type)], body, async |api| api.text().await).await.unwrap_err()
}

#[tokio::test]
async fn error_shows_text_in_its_charset() {
    let error = refusal("text/plain; charset=iso-8859-1", b"caf\xe9 ferm\xe9").await;
    assert_eq!(error.to_string(), "GET /n: returned 400 Bad Request: café fermé");
    assert_eq!(error.detail::<String>().map(String::as_str), Some("café fermé"));
    assert_eq!(error.body(), Some(&b"caf\xe9 ferm\xe9"[..]), "unchanged");
    let error = refusal("text/plain", b"caf\xe9").await;
    assert_eq!(error.message(), Some("caf\u{fffd}"), "an error is readable with invalid bytes");
}

#[cfg(feature = "charset")]
#[tokio::test]
async fn charsets_of_the_encoding_standard_are_decoded() {
    let cases: [(&str, &[u8], &str); 9] = [
        ("shift_jis", b"\x93\xfa\x96{", "日本"),
        ("EUC-JP", b"\xc6\xfc\xcb\xdc", "日本"),
        ("iso-2022-jp", b"\x1b$BF|K\\\x1b(B", "日本"),
        ("gb2312", b"\xd6\xd0\xce\xc4", "中文"),
        ("koi8-r", b"\xcd\xc9\xd2", "мир"),
        ("windows-1251", b"\xec\xe8\xf0", "мир"),
        ("iso-8859-15", b"5 \xa4", "5 €"),
        ("utf-16le", b"a\0\xac\x20", "a€"),
        ("utf-16", b"\xfe\xff\0a\x20\xac", "a€"),
    ];
    for (charset, body, expected) in cases {
        assert_eq!(text(&format!("text/plain; charset={charset}"), body).await.unwrap(), expected, "{charset}");
        let error = refusal(&format!("text/plain; charset={charset}"), body).await;
        assert_eq!(error.message(), Some(expected), "{charset}");
    }
    assert_eq!(text("text/plain; charset=unicode-1-1-utf-8", "Zoë".as_bytes()).await.unwrap(), "Zoë");
}

#[cfg(feature = "charset")]
#[tokio::test]
async fn text_that_is_not_valid_in_its_charset_is_an_error() {
    let expected = "text in the charset of its `Content-Type`";
    assert_undecodable("text/plain; charset=shift_jis", b"ok \x93", expected).await;
    assert_undecodable("text/plain; charset=utf-16le", b"a\0b", expected).await;
    let error = refusal("text/plain; charset=shift_jis", b"\x93\xfa \x93").await;
    assert_eq!(error.message(), Some("日 \u{fffd}"), "an error is readable with invalid bytes");
}

#[cfg(feature = "charset")]
#[tokio::test]
async fn text_with_an_unknown_charset_is_utf_8() {
    let content_type = "text/plain; charset=klingon";
    assert_eq!(text(content_type, "Zoë".as_bytes()).await.unwrap(), "Zoë");
    assert_undecodable(content_type, b"caf\xe9", "text in UTF-8, since its charset is unknown").await;
}

#[cfg(not(feature = "charset"))]
#[tokio::test]
async fn other_charsets_need_the_feature() {
    let expected = "text in UTF-8 or ISO-8859-1; enable the feature `charset` of `pivotal-runtime` to decode other \
                    charsets";
    let cases: [(&str, &[u8]); 4] = [
        ("shift_jis", b"\x93\xfa\x96{"),
        ("gb2312", "Zoë".as_bytes()),
        ("iso-2022-jp", b"\x1b$BF|K\\\x1b(B"),
        ("utf-16le", b"a\0"),
    ];
    for (charset, body) in cases {
        assert_undecodable(&format!("text/plain; charset={charset}"), body, expected).await;
    }
    for charset in ["shift_jis", "gb2312", "koi8-r", "iso-2022-jp"] {
        let ascii = text(&format!("text/plain; charset={charset}"), b"a\tb\r\n~").await.unwrap();
        assert_eq!(ascii, "a\tb\r\n~", "{charset}");
    }
}
