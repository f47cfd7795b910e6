//! Declares three endpoints and calls them on a fake of the test kit: `cargo run --example own_endpoints`.

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
    let milk = Note { text: "buy milk".to_owned() };
    let call = Note { text: "call mum".to_owned() };
    let fake = Fake::new();
    fake.on(|api| api.note(1)).returns(&Some(milk));
    fake.on(|api| api.note(2)).returns(&None);
    fake.on(|api| api.write(&call, true)).returns(&call);
    fake.on(|api| api.remove(1)).returns(&());
    fake.on(|api| api.remove(2)).responds(404, "");

    println!("note 1    {:?}", fake.note(1).await?);
    println!("note 2    {:?}", fake.note(2).await?);

    let written = fake.write(&call, true).await?;
    println!("written   {} {:?}", written.status(), written.get_ref());

    fake.remove(1).await?;
    println!("removed   1");

    match fake.remove(2).await {
        Err(error) => println!("refused   {error}"),
        Ok(()) => return Err("expected 404".into()),
    }
    Ok(())
}
