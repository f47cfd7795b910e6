//! `Accept`, which matches what is read.

use pivotal_runtime::http::header::ACCEPT;
use pivotal_runtime::http::{HeaderMap, HeaderValue};
use pivotal_runtime::{
    Body, Bytes, CallOptions, Client, Conditional, DecodeError, Error, Format, Json, LinkPage, Pages, Response,
    Transport, endpoint,
};
use serde::de::DeserializeOwned;

use crate::support::server::{Server, client};

struct Xml;

impl Format for Xml {
    const CONTENT_TYPE: &'static str = "application/xml";
    const ACCEPT: &'static str = "application/xml, text/xml";

    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Json::decode(body)
    }
}

#[derive(serde::Deserialize)]
struct Wrapped(#[expect(dead_code, reason = "nothing reads it")] Option<String>);

enum Either {
    Number,
    Bytes,
}

impl From<u8> for Either {
    fn from(_: u8) -> Self {
        Self::Number
    }
}

impl From<Bytes> for Either {
    fn from(_: Bytes) -> Self {
        Self::Bytes
    }
}

impl From<()> for Either {
    fn from((): ()) -> Self {
        Self::Number
    }
}

macro_rules! declare {
    ($($name:ident($($key:tt)*) -> $ty:ty;)*) => {
        trait Declared: Transport {
            $(
                #[endpoint(GET, "/", $($key)*)]
                async fn $name(&self) -> Result<$ty, Error>;
            )*

            #[endpoint(GET, "/")]
            fn list(&self) -> Pages<'_, LinkPage<u8>>;

            #[endpoint(GET, "/", header("Accept") = "text/csv")]
            async fn declared(&self) -> Result<u8, Error>;
        }
        impl<T: Transport> Declared for T {}
    };
}

declare! {
    number() -> u8;
    list_of_text() -> Vec<String>;
    optional_number() -> Option<u8>;
    response_of_number() -> Response<u8>;
    conditional_number() -> Conditional<u8>;
    value() -> serde_json::Value;
    nothing() -> ();
    text() -> String;
    optional_text() -> Option<String>;
    wrapped_text() -> Wrapped;
    bytes() -> Bytes;
    response_of_bytes() -> Response<Option<Bytes>>;
    stream() -> Body;
    xml(format = Xml) -> u8;
    xml_text(format = Xml) -> String;
    xml_nothing(format = Xml) -> ();
    xml_bytes(format = Xml) -> Bytes;
    xml_stream(format = Xml) -> Response<Body>;
    json(format = Json) -> u8;
    same_cases(response(200) = u8, response(202) = u8) -> u8;
    other_cases(response(200) = u8, response = Bytes) -> Either;
    xml_cases(format = Xml, response(200) = u8, response(206) = Bytes) -> Either;
    nothing_or_number(response(200) = u8, response(204) = ()) -> Either;
}

async fn accept(call: impl AsyncFnOnce(&Client)) -> String {
    let server = Server::responding("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n");
    call(&server.client()).await;
    server.request().header("accept").unwrap().to_owned()
}

macro_rules! assert_accepts {
    ($($accept:literal: $($name:ident)*;)*) => {$($(
        assert_eq!(accept(async |api| drop(api.$name().await)).await, $accept, stringify!($name));
    )*)*};
}

#[tokio::test]
async fn accept_matches_what_is_read() {
    assert_accepts! {
        "application/json": number list_of_text optional_number response_of_number conditional_number value json same_cases;
        "application/json, */*;q=0.1": nothing;
        "*/*": text optional_text wrapped_text bytes response_of_bytes stream xml_bytes xml_stream;
        "application/json, */*;q=0.1": nothing_or_number other_cases;
        "application/xml, text/xml, */*;q=0.1": xml_cases;
        "application/xml, text/xml": xml xml_text xml_nothing;
        "text/csv": declared;
    }
    assert_eq!(accept(async |api| drop(api.list().next().await)).await, "application/json");
}

#[tokio::test]
async fn other_levels_replace_accept() {
    let server = Server::responding_204();
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/vnd.x+json"));
    let value = || HeaderValue::from_static("application/vnd.x+json");
    client(&server.url()).with(CallOptions::new().header(ACCEPT, value())).text().await.unwrap();
    assert_eq!(server.request().headers("accept"), ["application/vnd.x+json"]);
    let client = Client::builder().base_url(server.url()).default_header(ACCEPT, value()).build().unwrap();
    client.text().await.unwrap();
    assert_eq!(server.request().headers("accept"), ["application/vnd.x+json"]);
    client.declared().await.unwrap_err();
    assert_eq!(server.request().headers("accept"), ["text/csv"]);
}
