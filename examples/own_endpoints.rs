//! Declares three endpoints and calls them on a fake of ten lines: `cargo run --example own_endpoints`.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use pivotal_runtime::{Body, Error, Request, Response, Transport, endpoints, http};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
struct Note {
    text: String,
}

#[endpoints("/notes")]
trait Notes {
    #[endpoint(GET, "/<id>", response = Note)]
    async fn note(&self, id: u64) -> Result<Option<Note>, Error>;

    #[endpoint(POST, "?<notify>", body = note, success = 201)]
    async fn write(&self, note: &Note, notify: bool) -> Result<Response<Note>, Error>;

    #[endpoint(DELETE, "/<id>", response = ())]
    async fn remove(&self, id: u64);
}

/// Contains note 1, and accepts new notes.
struct Fake;

impl Transport for Fake {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let response = http::Response::builder();
        let response = match (request.method().as_str(), request.path_and_query()) {
            ("GET", "/notes/1") => response.body(Body::from(r#"{"text":"buy milk"}"#)),
            ("POST", "/notes?notify=true") => response.status(201).body(request.into_body()),
            ("DELETE", "/notes/1") => response.status(204).body(Body::empty()),
            _ => response.status(404).body(Body::empty()),
        };
        response.map_err(Error::transport)
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
