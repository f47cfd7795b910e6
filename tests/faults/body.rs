//! The body of the answer: rows 34 to 50.

mod cut;
mod decode;
mod hostile;
mod limits;
mod success;
mod timing;

use pivotal_runtime::{Body, Client, Error, HttpClient, http};

use crate::server::{Api, KEY, Seen, Server, answers};

/// An answer with this body, whose length it says. It is the only one on its connection.
fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut answer =
        format!("HTTP/1.1 {status}\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n", body.len())
            .into_bytes();
    answer.extend(body);
    answer
}

const JSON: &str = "Content-Type: application/json\r\n";

/// Answers with this status and body, without a socket.
struct Fake(u16, Vec<u8>);

impl HttpClient for Fake {
    async fn execute(&self, _: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let mut response = http::Response::new(Body::from(self.1.clone()));
        *response.status_mut() = http::StatusCode::from_u16(self.0).unwrap();
        Ok(response)
    }
}

impl Fake {
    fn client(self) -> Client {
        pivotal_api::builder(KEY).unwrap().http_client(self).build().unwrap()
    }
}

/// Runs a call that waits for nothing.
fn run<R>(call: impl Future<Output = R>) -> R {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(call)
}

/// The error of a GET that was sent once, though it could have been sent again.
async fn error_of_one(bytes: Vec<u8>) -> (Error, Seen) {
    let server = Server::new([answers(bytes)]);
    let error = server.client().get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((seen.requests.len(), error.attempts()), (1, 1), "{error:?}");
    (error, seen)
}
