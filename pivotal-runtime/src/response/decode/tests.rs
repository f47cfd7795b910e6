//! Decoding of bodies into values.

use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::{Format, Json};

#[derive(Debug, PartialEq, Deserialize)]
struct Item {
    id: u32,
    tags: Vec<String>,
}

/// Decodes a body with this content type.
fn read_as<T: DeserializeOwned>(content_type: &str, body: &[u8]) -> Result<T, DecodeError> {
    let response = http::Response::builder().header(CONTENT_TYPE, content_type).body(()).expect("a response");
    Json::decode_body(BodyDeserializer::new(Some(&Body::from(body.to_vec())), response.headers()))
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    read_as("application/json", body)
}

fn message<T: DeserializeOwned + fmt::Debug>(text: &str) -> String {
    read::<T>(text.as_bytes()).expect_err(text).to_string()
}

#[test]
fn byte_order_mark_in_front_of_json_is_skipped() {
    assert_eq!(read::<u8>(b"\xEF\xBB\xBF7").expect("JSON"), 7);
    assert_eq!(read::<Option<u8>>(b"\xEF\xBB\xBFnull").expect("JSON"), None);
    assert_eq!(read_as::<String>("application/json", b"\xEF\xBB\xBF\"a\"").expect("JSON"), "a");
    assert_eq!(read_as::<String>("text/plain", b"\xEF\xBB\xBFa").expect("text"), "\u{feff}a", "text is unchanged");
}

#[test]
fn error_contains_expected_type_and_path_but_no_value() {
    let cases = [
        (r#"{"id":"secret"}"#, "expected u32 at `id`, line 1 column 14"),
        (r#"{"id":1,"tags":["a",{"secret":1}]}"#, "expected a string at `tags[1]`, line 1 column 20"),
        (r#"{"id":1}"#, "missing field `tags`, line 1 column 8"),
        (r#"{"id":1,"id":2}"#, "duplicate field `id`, line 1 column 12"),
        (r#"{"id":-1}"#, "expected u32 at `id`, line 1 column 8"),
        ("<html>", "not JSON (expected value), line 1 column 1"),
        (r#"{"id":1"#, "not JSON (EOF while parsing an object), line 1 column 7"),
        (r#"{"id":1,"tags":[]} x"#, "not JSON (trailing characters), line 1 column 20"),
        ("\u{feff}{\"id\":1,\"tags\":[1]}", "expected a string at `tags[0]`, line 1 column 17"),
        ("", "the body is empty"),
        (" \r\n", "the body is empty"),
    ];
    for (text, expected) in cases {
        assert_eq!(message::<Item>(text), expected, "{text}");
    }
}

#[test]
fn message_of_a_user_type_is_not_repeated() {
    #[derive(Debug)]
    struct Picky;
    impl<'de> Deserialize<'de> for Picky {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            Err(de::Error::custom(format!("do not like {text}")))
        }
    }
    assert_eq!(message::<Vec<Picky>>(r#"["secret"]"#), "a value that its type rejects at `[0]`, line 1 column 10");
}

#[test]
fn unit_takes_any_body_and_option_an_empty_one() {
    for text in ["", "null", "{}", "<html>", "\u{0}"] {
        assert!(read::<()>(text.as_bytes()).is_ok(), "{text}");
    }
    for text in ["", " ", "null", " null\n"] {
        assert_eq!(read::<Option<Item>>(text.as_bytes()).expect(text), None);
    }
    assert_eq!(read::<Option<u32>>(b"7").expect("a number"), Some(7));
    assert!(message::<Option<u32>>("nul").starts_with("not JSON"));
}

fn absent<T: DeserializeOwned>() -> Option<T> {
    Json::decode_body(BodyDeserializer::new(None, &HeaderMap::new())).ok()
}

#[test]
fn only_an_option_can_be_absent() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Maybe(Option<u32>);
    type Alias = Option<Item>;
    assert_eq!(absent::<Alias>(), Some(None));
    assert_eq!(absent::<Maybe>(), Some(Maybe(None)));
    assert_eq!(absent::<u32>(), None);
    assert_eq!(absent::<()>(), None);
    assert_eq!(absent::<Vec<Item>>(), None);
    assert_eq!(absent::<serde_json::Value>(), None);
}

#[test]
fn optional_text_and_bytes_are_passed_through() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Name(String);
    for text in [" ", "\r\n", "null", " null\n"] {
        let (body, some) = (text.as_bytes(), Some(text.to_owned()));
        let bytes = Some(bytes::Bytes::from(text.to_owned()));
        for content_type in ["text/plain", "application/octet-stream", "application/json"] {
            let is_null = content_type == "application/json" && text.contains("null");
            let text = if is_null { None } else { some.clone() };
            assert_eq!(read_as::<Option<bytes::Bytes>>(content_type, body).expect("bytes"), bytes);
            assert_eq!(read_as::<Option<String>>(content_type, body).expect("text"), text, "{body:?}");
            assert_eq!(read_as::<Option<Name>>(content_type, body).expect("text"), text.map(Name), "{body:?}");
            assert_eq!(read_as::<String>(content_type, body).expect("text"), some.clone().expect("text"));
            assert_eq!(read_as::<Option<Item>>(content_type, body).expect("JSON"), None);
            assert_eq!(read_as::<Option<()>>(content_type, body).expect("nothing"), None);
            assert_eq!(read_as::<Option<serde_json::Value>>(content_type, body).expect("JSON"), None);
        }
    }
    assert_eq!(read_as::<Option<bytes::Bytes>>("text/plain", b"").expect("bytes"), None);
    assert_eq!(read_as::<Option<String>>("text/plain", b"").expect("text"), None);
    assert_eq!(read_as::<Option<String>>("application/json", br#""null""#).expect("text").as_deref(), Some("null"));
}

#[test]
fn hostile_json_is_an_error() {
    let deep = "[".repeat(10_000);
    let huge = format!("1{}", "0".repeat(400));
    for text in [deep.as_str(), huge.as_str(), "\u{feff}\u{feff}{}", "{\"a\":\u{0}}"] {
        assert!(read::<serde_json::Value>(text.as_bytes()).is_err());
    }
    assert!(read::<String>(b"\"\xff\"").is_err());
}

#[test]
fn text_and_bytes_are_read_as_they_are() {
    assert_eq!(read_as::<String>("text/plain", "\"a\" ü\n".as_bytes()).expect("text"), "\"a\" ü\n");
    assert_eq!(read_as::<String>("text/plain", b"").expect("text"), "");
    assert_eq!(read_as::<String>("application/json; charset=utf-8", br#" "a\nb" "#).expect("a JSON string"), "a\nb");
    assert_eq!(read_as::<String>("application/problem+json", br#"{"a":1}"#).expect("text"), r#"{"a":1}"#);
    assert!(read_as::<String>("application/json", br#""a" "b""#).is_err());
    assert_eq!(read_as::<String>("text/plain", b"ab\xff").expect_err("no text").to_string(), "expected text in UTF-8");
    assert_eq!(read::<bytes::Bytes>(b"\xff\0").expect("bytes"), &b"\xff\0"[..]);
}
