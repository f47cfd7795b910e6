//! Each type reads each document, through a call and by `serde_json::from_slice`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::Duration;

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Bytes, DecodeError, Error, ErrorKind, Format, Json, Transport, endpoint};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::value::RawValue;
use serde_json::{Number, Value};

use crate::documents::{BYTES, TEXTS, nested};
use crate::fake::{client, respond, run};
use crate::types::*;

trait Api: Transport {
    #[endpoint(GET, "/")]
    async fn read<R: DeserializeOwned>(&self) -> Result<R, Error>;

    /// The value in an envelope.
    #[endpoint(GET, "/", format = Enveloped)]
    async fn data<R: DeserializeOwned>(&self) -> Result<R, Error>;
}
impl<T: Transport> Api for T {}

#[derive(Debug, Deserialize)]
struct Envelope<T> {
    data: T,
}

/// `{"data": …}`, whose value is returned.
struct Enveloped;

impl Format for Enveloped {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Json::decode(body).map(|Envelope { data }| data)
    }
}

/// The bodies that a type reads in another way than as JSON, at the top level. The documentation of `endpoint` lists them.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Exception {
    None,
    /// A blank body is `None`.
    Blank,
    /// A body that is not a JSON string is a text.
    Text,
    /// The same, but `null` is `None`.
    OptionalText,
    /// Any body is read without JSON, or by a `Format` of a user.
    Any,
}

impl Exception {
    fn applies(self, document: &[u8]) -> bool {
        match self {
            Self::None => false,
            Self::Blank => document.trim_ascii().is_empty(),
            Self::Text => !document.trim_ascii_start().starts_with(b"\""),
            Self::OptionalText => Self::Text.applies(document) && document != b"null",
            Self::Any => true,
        }
    }
}

/// Compares a call with `serde_json`.
fn compare<R: Debug, T: Debug + DeserializeOwned>(document: &[u8], read: Result<R, Error>) -> Option<String> {
    // JSON is UTF-8 (RFC 8259, section 8.1), also in values that a type ignores, which `serde_json` does not check.
    let is_utf_8 = std::str::from_utf8(document).is_ok();
    let expected = serde_json::from_slice::<T>(document).ok().filter(|_| is_utf_8);
    if let Err(error) = &read {
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.body(), Some(document));
    }
    let (read, expected) = (read.ok().map(|value| format!("{value:?}")), expected.map(|value| format!("{value:?}")));
    if read == expected {
        return None;
    }
    let start = |text: &str| text.chars().take(80).collect::<String>();
    let [document, read, expected] =
        [start(&String::from_utf8_lossy(document)), start(&format!("{read:?}")), start(&format!("{expected:?}"))];
    Some(format!("{} of {document:?}: {read}, not {expected}", std::any::type_name::<T>()))
}

/// Reads the documents into a type, at the top and at places within other types.
fn differences<T: Debug + DeserializeOwned>(exception: Exception) -> Vec<String> {
    let nested = nested();
    let texts = TEXTS.iter().copied().chain(nested.iter().map(String::as_str)).map(str::as_bytes);
    let fake = Fake::new();
    let client = client(&fake);
    let respond = |body: &[u8]| respond(&fake, "application/json", body);
    run(async {
        let mut differences = Vec::new();
        for document in texts.chain(BYTES.iter().copied()) {
            if !exception.applies(document) {
                respond(document);
                differences.extend(compare::<T, T>(document, client.read().await));
            }
            let list = [b"[", document, b"]"].concat();
            respond(&list);
            differences.extend(compare::<Vec<T>, Vec<T>>(&list, client.read().await));
            let field = [b"{\"data\":", document, b"}"].concat();
            respond(&field);
            differences.extend(compare::<Envelope<T>, Envelope<T>>(&field, client.read().await));
            if exception != Exception::Any {
                let data = client.data::<T>().await.map(|data| Envelope { data });
                differences.extend(compare::<_, Envelope<T>>(&field, data));
            }
        }
        differences
    })
}

macro_rules! table {
    ($($name:ident: $($exception:ident)? [$($of:ty),* $(,)?])*) => {$(
        #[test]
        fn $name() {
            let exception = [$(Exception::$exception,)? Exception::None][0];
            let mut found = Vec::new();
            $(found.extend(differences::<$of>(exception));)*
            let count = found.len();
            found.truncate(20);
            assert!(found.is_empty(), "{count} differences:\n{}", found.join("\n"));
        }
    )*};
}

table! {
    scalars_are_read_as_by_serde_json: [
        bool, u8, i8, u16, i32, u64, i64, u128, i128, f32, f64, char, IgnoredAny, Duration,
    ]
    units_and_tuples_are_read_as_by_serde_json: [Unit, Empty, (u8,), (u8, u8), (String, u8), Pair, [u8; 2], [u8; 0]]
    lists_and_maps_are_read_as_by_serde_json: [
        Vec<u8>, Vec<Option<u8>>, Vec<Vec<u8>>, Box<[String]>, BTreeMap<String, u8>, BTreeMap<u8, u8>,
        BTreeMap<i128, u8>, BTreeMap<bool, u8>, BTreeMap<Plain, u8>, BTreeMap<char, u8>,
        BTreeMap<String, Option<Box<RawValue>>>,
    ]
    structs_are_read_as_by_serde_json: [Item, Wide, Strict, Defaults, Linked, Box<Item>]
    newtypes_are_read_as_by_serde_json: [
        New<u8>, New<u128>, New<f64>, New<char>, New<Item>, New<New<Item>>, New<BTreeMap<String, u8>>, New<Vec<u8>>,
        New<Value>, New<Number>, New<Box<RawValue>>, New<Untagged>, New<External>, New<Flat<Texts>>, Transparent<u8>,
        Transparent<Item>, Transparent<Box<RawValue>>, New<Transparent<New<u8>>>,
    ]
    flattened_types_are_read_as_by_serde_json: [
        Flat<Texts>, Flat<Object>, Flat<Numbers>, Flat<Named>, Flat<Option<Named>>, Flat<Option<Strict>>,
        Flat<Internal>, Flat<External>, Flat<Untagged>, Flat<Option<Adjacent>>, Flat<Flat<Texts>>,
        FlatOnly<Item>, FlatOnly<Texts>, FlatOnly<Option<Item>>, FlatOnly<Wide>, FlatOnly<BTreeMap<String, u128>>,
        FlatOnly<BTreeMap<String, Box<RawValue>>>, FlatOnly<BTreeMap<u8, u8>>, FlatOnly<()>,
        FlatTwice<Item, Texts>, FlatTwice<Option<Strict>, Named>, FlatTwice<Internal, Wide>,
        FlatTwice<Named, BTreeMap<String, u128>>,
    ]
    enums_are_read_as_by_serde_json: [
        External, Plain, ExternalOf<Item>, ExternalOf<u128>, ExternalOf<Value>, ExternalOf<Box<RawValue>>,
        ExternalOf<()>, ExternalOf<Option<u8>>, ExternalOf<New<Item>>, Internal, Adjacent, Untagged, UntaggedOf<u128>,
        UntaggedOf<i128>, UntaggedOf<Number>, UntaggedOf<Value>, UntaggedOf<Box<RawValue>>, UntaggedOf<New<Item>>,
        UntaggedOf<Flat<Texts>>, UntaggedOf<BTreeMap<u8, u8>>, UntaggedOf<Octets>, UntaggedOf<String>,
        UntaggedOf<Cow<'static, str>>, Deep, Result<u8, String>,
    ]
    types_of_serde_json_are_read_as_by_serde_json: [
        Value, Object, Number, Box<RawValue>, Vec<Value>, BTreeMap<String, Number>, Vec<Box<RawValue>>,
    ]
    options_are_read_as_by_serde_json: Blank [
        Option<u8>, Option<Option<u8>>, Option<u128>, Option<Item>, Option<Value>, Option<Number>,
        Option<Box<RawValue>>, Option<Vec<Option<u8>>>, Option<Unit>, Option<External>, Option<Untagged>,
        Option<New<u8>>, New<Option<u8>>, New<Option<Option<Item>>>, Transparent<Option<u8>>, Option<Flat<Texts>>,
        Option<Box<Item>>,
    ]
    json_strings_are_read_as_by_serde_json: Text [
        String, Cow<'static, str>, Box<str>, New<String>, New<Cow<'static, str>>, Transparent<String>, std::net::IpAddr,
    ]
    optional_json_strings_are_read_as_by_serde_json: OptionalText [
        Option<String>, New<Option<String>>, Option<New<String>>, Option<Option<Cow<'static, str>>>,
    ]
    other_bodies_are_read_as_by_serde_json_within_json: Any [
        (), New<()>, Option<()>, Bytes, Octets, Option<Bytes>,
    ]
}

#[test]
fn bodies_of_no_json_type_are_read_as_json() {
    let fake = Fake::new();
    let client = client(&fake);
    for content_type in ["text/plain", "text/html; charset=utf-16", "application/octet-stream", ";"] {
        respond(&fake, content_type, b"7");
        assert_eq!(run(client.read::<u8>()).unwrap(), 7, "{content_type}");
        respond(&fake, content_type, b" [1]");
        assert_eq!(run(client.read::<Box<RawValue>>()).unwrap().get(), "[1]", "{content_type}");
    }
}

#[test]
fn invalid_utf_8_in_an_ignored_value_is_an_error() {
    let fake = Fake::new();
    respond(&fake, "application/json", b"{\"id\":1,\"other\":\"caf\xe9\"}");
    let error = run(client(&fake).read::<Item>()).unwrap_err();
    assert!(error.to_string().contains("expected JSON in UTF-8"), "{error}");
}
