//! Declares three endpoints without an `Api`, and calls them on a fake of the test kit.
//!
//! Run it with `cargo run -p examples --example own_endpoints`. It needs no server.
//!
//! Next: `quickstart`, which calls Pivotal's API.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Error, Response, endpoints};
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

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("fake of the test kit, in place of a server\n");
    let milk = Note { text: "buy milk".to_owned() };
    let call = Note { text: "call mum".to_owned() };
    let fake = Fake::new();
    fake.on(|api| api.note(1)).returns(&Some(milk));
    fake.on(|api| api.note(2)).returns(&None);
    fake.on(|api| api.write(&call, true)).returns(&call);
    fake.on(|api| api.remove(1)).returns(&());
    fake.on(|api| api.remove(2)).responds(404, "");

    println!("GET /notes/1 → {:?}", fake.note(1).await?);
    println!("GET /notes/2 → {:?}, which is how an `Option` represents status 404", fake.note(2).await?);

    let written = fake.write(&call, true).await?;
    println!("POST /notes?notify=true → {}, {:?}", written.status(), written.get_ref());

    fake.remove(1).await?;
    println!("DELETE /notes/1 → removed");

    match fake.remove(2).await {
        Err(error) => println!("DELETE /notes/2 → error\n    {error}"),
        Ok(()) => return Err("expected 404".into()),
    }

    println!(
        "\nnext: cargo run -p examples --example quickstart, which creates, reads and deletes a customer with Pivotal's API"
    );
    Ok(())
}
