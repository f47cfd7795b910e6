//! Response bodies.

mod decode_errors;
#[cfg(not(feature = "compression"))]
mod encoded;
mod hostile;
mod incomplete;
mod readable;
mod size_limits;

use pivotal_runtime::{Client, Error};

use crate::number_api::Api;
use crate::support::fake::Fake;
use crate::support::fake::reply::status;
use crate::support::scripted::{ScriptedServer, Seen, respond};

/// Returns the bytes of a response with this body, after which the connection is closed.
fn response(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Connection: close\r\nContent-Length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

const JSON: &str = "Content-Type: application/json\r\n";

/// Returns a client that receives this response without a socket.
fn client_with_response(code: u16, body: Vec<u8>) -> Client {
    Fake::new(move |_| status(code).body(body.clone())).client()
}

/// Returns the error of a GET that is not retried.
async fn error_of_one_request(bytes: Vec<u8>) -> (Error, Seen) {
    let server = ScriptedServer::new([respond(bytes)]);
    let error = server.client().get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((seen.requests.len(), error.attempts()), (1, 1), "{error:?}");
    (error, seen)
}
