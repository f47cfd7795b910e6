//! Layers of the crate `tower-http`.

use std::time::Duration;

use pivotal_runtime::http::{HeaderName, HeaderValue, StatusCode};
use pivotal_runtime::{Body, Delivery, ErrorKind};
use tower::ServiceBuilder;
use tower_http::decompression::DecompressionLayer;
use tower_http::map_request_body::MapRequestBodyLayer;
use tower_http::map_response_body::MapResponseBodyLayer;
use tower_http::set_header::{SetRequestHeaderLayer, SetResponseHeaderLayer};
use tower_http::timeout::{RequestBodyTimeoutLayer, ResponseBodyTimeoutLayer, TimeoutError, TimeoutLayer};
use tower_http::trace::TraceLayer;

use super::{Api, SEVEN, builder};
use crate::support::scripted::{Connection, Event, ScriptedServer, script};
use crate::support::server::Server;
use crate::support::staged::StagedServer;

const NAME: HeaderName = HeaderName::from_static("x-layer");
const VALUE: HeaderValue = HeaderValue::from_static("set");
const SHORT: Duration = Duration::from_millis(50);
const LONG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn headers_of_requests_and_responses_are_set() {
    let server = Server::responding(SEVEN);
    let builder = builder(server.url()).layer(SetRequestHeaderLayer::overriding(NAME, VALUE));
    let client = builder.layer(SetResponseHeaderLayer::appending(NAME, VALUE)).build().unwrap();
    let response = client.get_response().await.unwrap();
    assert_eq!((response.headers()[NAME].clone(), *response.get_ref()), (VALUE, 7));
    assert_eq!(server.request().header("x-layer"), Some("set"));
}

#[tokio::test]
async fn several_layers_with_bodies_of_their_own_are_one_layer() {
    let server = Server::responding(SEVEN);
    let layers = ServiceBuilder::new()
        .layer(TraceLayer::new_for_http())
        .layer(ResponseBodyTimeoutLayer::new(LONG))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONG))
        .layer(MapResponseBodyLayer::new(Box::new));
    let client = builder(server.url()).layer(layers).build().unwrap();
    assert_eq!((client.get().await.unwrap(), client.post(5).await.unwrap()), (7, 7));
    let (get, post) = (server.request(), server.request());
    assert_eq!((get.header("content-length"), &*get.body), (None, &b""[..]));
    assert_eq!((post.header("content-length"), &*post.body), (Some("1"), &b"5"[..]));
}

/// The body of this layer reports no length.
#[tokio::test]
async fn request_body_without_a_length_is_sent_in_chunks() {
    let server = StagedServer::start(|connection| {
        let head = connection.read_head();
        let (chunks, _) = connection.read_chunks();
        connection.send(SEVEN);
        (head, chunks.concat())
    });
    let client = builder(server.url()).layer(RequestBodyTimeoutLayer::new(LONG)).build().unwrap();
    assert_eq!(client.post(5).await.unwrap(), 7);
    let (head, body) = server.finish();
    assert_eq!((head.header("transfer-encoding"), head.header("content-length")), (Some("chunked"), None));
    assert_eq!(body, "5");
}

#[tokio::test]
async fn status_of_a_layer_is_that_of_the_response() {
    let server = ScriptedServer::new([script(|connection: &mut Connection| {
        connection.read()?;
        connection.wait_for_end()
    })]);
    let timeout = TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, SHORT);
    let client = server.builder().max_attempts(1).layer(timeout).build().unwrap();
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Api, Some(StatusCode::GATEWAY_TIMEOUT)), "{error:?}");
    assert_eq!(server.finish().await.connections(), 1);
}

#[tokio::test]
async fn error_of_a_response_body_is_a_transport_error() {
    let mut server = ScriptedServer::new([script(|connection: &mut Connection| {
        connection.read()?;
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n7")?;
        connection.wait_for_end()
    })]);
    let client = server.builder().max_attempts(1).layer(ResponseBodyTimeoutLayer::new(SHORT)).build().unwrap();
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Some(Delivery::Unknown)), "{error:?}");
    assert!(std::error::Error::source(&error).unwrap().is::<TimeoutError>(), "{error:?}");
    server.wait_for(0, Event::Ended).await;
    server.finish().await;
}

/// The connection is lost in the middle of the body, which is an error of the client below the layer.
#[tokio::test]
async fn error_of_the_client_passes_through_a_response_body() {
    let lost = || Server::responding_and_closing("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n7");
    let (plain, layered) = (lost(), lost());
    let expected = builder(plain.url()).max_attempts(1).build().unwrap().get().await.unwrap_err();
    let builder = builder(layered.url()).max_attempts(1).layer(ResponseBodyTimeoutLayer::new(LONG));
    let error = builder.build().unwrap().get().await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (expected.kind(), expected.delivery()));
    assert_eq!(format!("{error:?}"), format!("{expected:?}"));
}

#[tokio::test]
async fn body_of_a_response_is_decompressed() {
    /// The text `"unpacked"`.
    const PACKED: &[u8] = b"\x1f\x8b\x08\0\0\0\0\0\x02\x03S*\xcd+HL\xceNMQ\x02\0O\x18\xefP\n\0\0\0";
    let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", PACKED.len());
    let server = Server::responding([head.as_bytes(), PACKED].concat());
    let client = builder(server.url()).layer(DecompressionLayer::new()).build().unwrap();
    assert_eq!(client.text().await.unwrap(), "\"unpacked\"");
    assert!(server.request().header("accept-encoding").unwrap().contains("gzip"));
}

#[tokio::test]
async fn bodies_are_replaced() {
    let server = Server::responding(SEVEN);
    let replaced = MapRequestBodyLayer::new(|_: Body| reqwest::Body::from("[1, 2]"));
    let read = MapResponseBodyLayer::new(|_: Body| reqwest::Body::from("9"));
    let client = builder(server.url()).layer(replaced).layer(read).build().unwrap();
    assert_eq!(client.post(5).await.unwrap(), 9);
    let request = server.request();
    assert_eq!((request.header("content-length"), &*request.body), (Some("6"), &b"[1, 2]"[..]));
}
