//! HTTP/2 servers that refuse or abandon streams.

mod frames;
mod half_dead;
mod idle;
mod shared;
mod unread;

use std::io;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream;
use pivotal_runtime::{Body, CallOptions, Client, Delivery, Error, ErrorKind, Response, Transport, endpoint};

use self::frames::{
    DATA, END_HEADERS, END_STREAM, GOAWAY, HEADERS, INTERNAL_ERROR, NO_ERROR, REFUSED_STREAM, go_away, greet, read,
    reset, respond, send,
};
use super::not_http::is_head_too_large;
use crate::number_api::Api;
use crate::support::builder_for;
use crate::support::scripted::{Connection, Script, ScriptedServer, script};
use crate::support::server::Server;
use crate::support::subprocess::{run_in_subprocess, server_of_parent};
use crate::support::tls::Authority;
use crate::transport::trusting;

/// The server side of a connection.
type Serve = fn(&mut Connection) -> io::Result<()>;

/// Starts a TLS server with a function for each connection, and returns a client without idempotency keys.
fn start(functions: &[Serve]) -> (ScriptedServer, Client) {
    start_scripts(functions.iter().map(|function| serve(*function)))
}

fn serve(function: impl FnOnce(&mut Connection) -> io::Result<()> + Send + 'static) -> Script {
    script(function)
}

fn start_scripts(scripts: impl IntoIterator<Item = Script>) -> (ScriptedServer, Client) {
    let authority = Authority::new();
    let config = authority.http2_server("127.0.0.1");
    let server = ScriptedServer::new(scripts.into_iter().map(|serve| {
        let config = Arc::clone(&config);
        script(move |connection| {
            connection.start_tls(config)?;
            serve(connection)
        })
    }));
    let builder = server.builder().base_url(server.url().replace("http:", "https:")).idempotency_keys(false);
    let client = trusting(builder, authority.certificate()).build().unwrap();
    (server, client)
}

/// Starts a server that repeats a secret in the head and in the body of its response.
pub(crate) fn repeating(secret: &'static str) -> (ScriptedServer, Client) {
    start_scripts([serve(move |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        // Status 200, and the header `a` (RFC 7541, section 6.2.2).
        let head = [&[0x88, 0, 1, b'a', u8::try_from(secret.len()).unwrap()], secret.as_bytes()].concat();
        send(connection, HEADERS, END_HEADERS, stream, &head)?;
        send(connection, DATA, END_STREAM, stream, secret.as_bytes())?;
        connection.wait_for_end()
    })])
}

fn is_not_sent(error: &Error) {
    assert_eq!(error.delivery(), Some(Delivery::NotSent), "{error:?}");
    assert!(error.is_retryable());
    assert_eq!(error.attempts(), 2, "{error:?}");
}

#[tokio::test]
async fn refused_stream_is_sent_again_at_once_twice() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        for _ in 0..2 {
            let refused = read(connection)?;
            reset(connection, refused, REFUSED_STREAM)?;
        }
        let last = read(connection)?;
        respond(connection, last)?;
        connection.wait_for_end()
    }]);
    // Neither an attempt nor the budget is used.
    let response = client.with(CallOptions::new().max_attempts(1)).full(1).await.unwrap();
    assert_eq!((response.attempts(), response.into_inner()), (1, 7));
    drop(client);
    assert_eq!(server.finish().await.connections(), 1);
}

#[tokio::test]
async fn refused_stream_is_not_sent() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        // Two attempts, and two requests that were sent again at once.
        for _ in 0..4 {
            let stream = read(connection)?;
            reset(connection, stream, REFUSED_STREAM)?;
        }
        connection.wait_for_end()
    }]);
    is_not_sent(&client.post(1).await.unwrap_err());
    drop(client);
    server.finish().await;
}

#[tokio::test]
async fn stream_after_the_last_of_goaway_is_sent_again_at_once() {
    let leaves: Serve = |connection| {
        greet(connection)?;
        read(connection)?;
        go_away(connection, 0, NO_ERROR)
    };
    // What is wrong with the connection does not matter, and neither does its text.
    let breaks: Serve = |connection| {
        greet(connection)?;
        read(connection)?;
        let frame = [&[0; 4][..], &INTERNAL_ERROR.to_be_bytes(), b"it broke"].concat();
        send(connection, GOAWAY, 0, 0, &frame)
    };
    let responds: Serve = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        respond(connection, stream)?;
        connection.wait_for_end()
    };
    for leaves in [leaves, breaks] {
        let (server, client) = start(&[leaves, responds]);
        let response = client.with(CallOptions::new().max_attempts(1)).full(1).await.unwrap();
        assert_eq!((response.attempts(), response.into_inner()), (1, 7));
        drop(client);
        assert_eq!(server.finish().await.connections(), 2);
    }
}

#[tokio::test]
async fn processed_stream_is_not_retried() {
    let last: Serve = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        go_away(connection, stream, NO_ERROR)
    };
    let failed: Serve = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        reset(connection, stream, INTERNAL_ERROR)?;
        connection.wait_for_end()
    };
    let broke: Serve = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        go_away(connection, stream, INTERNAL_ERROR)
    };
    // The debug data of a GOAWAY can contain any text.
    let text: Serve = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        let code = INTERNAL_ERROR.to_be_bytes();
        let frame = [&stream.to_be_bytes()[..], &code, b"REFUSED_STREAM, Remote) }"].concat();
        send(connection, GOAWAY, 0, 0, &frame)
    };
    // REFUSED_STREAM is wrong after the response has begun.
    let refused_late: Serve = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        send(connection, HEADERS, END_HEADERS, stream, &[0x88])?;
        reset(connection, stream, REFUSED_STREAM)?;
        connection.wait_for_end()
    };
    for fault in [last, failed, broke, text, refused_late] {
        let (server, client) = start(&[fault]);
        let error = client.post(1).await.unwrap_err();
        drop(client);
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Some(Delivery::Unknown)), "{error:?}");
        assert_eq!(error.attempts(), 1);
        assert_eq!(server.finish().await.connections(), 1);
    }
}

#[tokio::test]
async fn stream_before_goaway_receives_its_response() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        let stream = read(connection)?;
        go_away(connection, stream, NO_ERROR)?;
        respond(connection, stream)?;
        connection.wait_for_end()
    }]);
    assert_eq!(client.post(1).await.unwrap(), 7);
    drop(client);
    server.finish().await;
}

#[tokio::test]
async fn head_larger_than_16_kib_is_an_error_that_names_the_limit() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        let stream = read(connection)?;
        // Status 200, and 490 headers `a: x` (RFC 7541, section 6.2.2), each of which counts 34 bytes.
        let head = [&[0x88][..], &[0, 1, b'a', 1, b'x'].repeat(490)].concat();
        send(connection, HEADERS, END_HEADERS, stream, &head)?;
        connection.wait_for_end()
    }]);
    is_head_too_large(&client.get().await.unwrap_err());
    drop(client);
    server.finish().await;
}

#[tokio::test]
async fn stream_that_panics_is_an_error_at_once() {
    let (server, client) = start(&[|connection| {
        // The client can be gone at any time.
        let _ = greet(connection).and_then(|()| read(connection));
        let _ = connection.wait_for_end();
        Ok(())
    }]);
    // The error of the stream is lost in hyper.
    let error = client.upload(panicking()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), error.is_timeout()), (ErrorKind::Transport, 1, false), "{error:?}");
    drop(client);
    server.finish().await;
    let error = Server::responding_204().client().upload(panicking()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1), "{error:?}");
    assert!(error.to_string().contains("the body of the request failed before it was sent completely"), "{error}");
}

fn panicking() -> Body {
    let pieces = stream::iter((0..2).map(|piece| {
        assert_eq!(piece, 0, "on purpose");
        Ok(Bytes::from("12345"))
    }));
    Body::from_stream(pieces, None)
}

trait Numbers: Transport {
    #[endpoint(POST, "/number", body = number)]
    async fn full(&self, number: u8) -> Result<Response<u8>, Error>;
}
impl<T: Transport> Numbers for T {}

trait Uploads: Transport {
    #[endpoint(PUT, "/file", stream = body)]
    async fn upload(&self, body: Body) -> Result<u8, Error>;
}
impl<T: Transport> Uploads for T {}

/// Many streams panic when they are polled after their end.
#[tokio::test]
async fn stream_of_known_length_is_not_polled_after_its_end() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        let stream = read(connection)?;
        respond(connection, stream)?;
        connection.wait_for_end()
    }]);
    let pieces = stream::unfold(0, async |sent| (sent < 2).then(|| (Ok(Bytes::from("12345")), sent + 1)));
    assert_eq!(client.upload(Body::from_stream(pieces, Some(10))).await.unwrap(), 7);
    drop(client);
    server.finish().await;
}

/// On Linux, `SSL_CERT_FILE` replaces the root certificates of the platform. All settings are the default.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn http2_is_negotiated() {
    if let Some(url) = server_of_parent() {
        let client = builder_for(url.replace("http:", "https:")).build().unwrap();
        assert_eq!((client.get().await.unwrap(), client.post(1).await.unwrap()), (7, 7));
        return;
    }
    let authority = Authority::new();
    let config = authority.http2_server("127.0.0.1");
    let server = ScriptedServer::new([script(move |connection| {
        connection.start_tls(config)?;
        greet(connection)?;
        for _ in 0..2 {
            let stream = read(connection)?;
            respond(connection, stream)?;
        }
        // The subprocess ends without closing the connection properly.
        let _ = connection.wait_for_end();
        Ok(())
    })]);
    let roots = authority.file();
    let test = "connections::http2::http2_is_negotiated";
    run_in_subprocess(test, &server, &[("SSL_CERT_FILE", &roots)]).await;
    assert_eq!(server.finish().await.connections(), 1);
}
