//! Outcomes of blocking calls.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use pivotal_api::PivotalKey;
use pivotal_runtime::{Body, Client, Error, ErrorKind, blocking};

use super::{Notes, Own, SEVEN, client, client_of};
use crate::support::server::Server;
use crate::support::staged::StagedServer;
use crate::support::{KEY, closed_port};
use crate::transport::builder;

fn error_of(server: &Server) -> Error {
    let error = client_of(server).note(1, None).unwrap_err();
    assert_eq!(server.request().target(), "/notes/1");
    assert_eq!(error.endpoint().unwrap().operation(), "get-note");
    error
}

#[test]
fn blocking_call_returns_errors() {
    let envelope = r#"{"error":{"type":"conflict","code":"taken"}}"#;
    let response =
        format!("HTTP/1.1 409 X\r\nX-Request-Id: r1\r\nContent-Length: {}\r\n\r\n{envelope}", envelope.len());
    let error = error_of(&Server::responding(response.clone()));
    assert_eq!((error.kind(), error.code(), error.request_id()), (ErrorKind::Api, Some("taken"), Some("r1")));
    let error = error_of(&Server::responding("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n["));
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, Some(&b"["[..])));
    let error = error_of(&Server::responding_and_closing("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n7"));
    assert_eq!(error.kind(), ErrorKind::Transport);
    let error = error_of(&Server::responding("HTTP/1.1 302 X\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"));
    assert_eq!(error.kind(), ErrorKind::Redirect);
    let server = Server::responding(response);
    let Own(error) = client_of(&server).put(1, "x", None).unwrap_err();
    assert!(error.is_conflict());
}

#[test]
fn closed_port_is_a_connect_error() {
    let (url, _guard) = closed_port();
    assert_eq!(client(&url).note(1, None).unwrap_err().kind(), ErrorKind::Connect);
}

#[test]
fn invalid_parameter_of_a_blocking_call_is_rejected() {
    let server = Server::responding(SEVEN);
    let Own(error) = client_of(&server).put(1, "x", Some("a\nb")).unwrap_err();
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("etag")));
    assert_eq!(server.connections(), 0);
    let error = blocking::Client::new(Client::builder().base_url("ftp://host")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
}

#[test]
fn blocking_call_times_out() {
    let server = Server::responding("");
    let builder =
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url()).timeout(Duration::from_millis(50));
    let client = blocking::Client::from_client(builder.build().unwrap()).unwrap();
    for _ in 0..2 {
        let error = client.note(1, None).unwrap_err();
        assert!(error.is_timeout(), "{error:?}");
        assert_eq!(error.to_string(), "GET /notes/<id>: timed out after 50 ms (`timeout`)");
    }
}

#[test]
fn option_of_a_blocking_call_is_none_on_404() {
    let server = Server::responding("HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n");
    let client = client_of(&server);
    assert_eq!(client.find(1).unwrap(), None);
    assert!(client.note(1, None).unwrap_err().is_not_found());
    assert_eq!(client_of(&Server::responding(SEVEN)).find(1).unwrap(), Some(7));
}

#[test]
fn blocking_call_sends_a_stream_and_returns_another() {
    let server = StagedServer::start(|connection| {
        connection.read_head();
        let sent = connection.read_chunks();
        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n");
        sent.0.concat()
    });
    let pieces = ["one,", "two"].map(|piece| Ok(Bytes::from_static(piece.as_bytes())));
    let body =
        client(server.client().base_url()).copy(Body::from_stream(futures_util::stream::iter(pieces), None)).unwrap();
    assert_eq!(io::read_to_string(body.blocking_reader()).unwrap(), "abcdef");
    assert_eq!(server.finish(), "one,two");
}

#[test]
fn debug_of_a_blocking_client_shows_no_key() {
    let client = client("http://127.0.0.1");
    assert!(!format!("{client:?}").contains(KEY), "{client:?}");
}
