//! A crate of your own: its own types, its own trait with three endpoints that nobody declared before, and a fake
//! of ten lines in place of a server.
//!
//! `cargo run --example own_endpoints`

#![allow(clippy::print_stdout, reason = "an example shows what it got")]

use pivotal_runtime::{Body, Error, Request, Response, Transport, endpoint, http};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
struct Note {
    text: String,
}

trait Notes: Transport {
    #[endpoint(GET, "/notes/<id>", response = Note)]
    async fn note(&self, id: u64) -> Result<Option<Note>, Error>;

    #[endpoint(POST, "/notes?<notify>", body = note, success = 201)]
    async fn write(&self, note: &Note, notify: bool) -> Result<Response<Note>, Error>;

    #[endpoint(DELETE, "/notes/<id>", response = ())]
    async fn remove(&self, id: u64);
}

impl<T: Transport> Notes for T {}

/// Knows note 1, and takes every other.
struct Fake;

impl Transport for Fake {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let answer = http::Response::builder();
        let answer = match (request.method().as_str(), request.path_and_query()) {
            ("GET", "/notes/1") => answer.body(Body::from(r#"{"text":"buy milk"}"#)),
            ("POST", "/notes?notify=true") => answer.status(201).body(request.into_body()),
            ("DELETE", "/notes/1") => answer.status(204).body(Body::empty()),
            _ => answer.status(404).body(Body::empty()),
        };
        answer.map_err(Error::transport)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("note 1    {:?}", Fake.note(1).await?);
    println!("note 2    {:?}", Fake.note(2).await?);

    let written = Fake.write(&Note { text: "call mum".to_owned() }, true).await?;
    println!("written   {} {:?}", written.status(), written.get_ref());

    Fake.remove(1).await?;
    println!("removed   1");

    match Fake.remove(2).await {
        Err(error) => println!("refused   {error}"),
        Ok(()) => return Err("expected 404".into()),
    }
    Ok(())
}
