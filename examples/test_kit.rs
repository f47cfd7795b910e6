//! Tests code that makes calls, on a fake with faults and a paused clock.
//!
//! Run it with `cargo run -p examples --example test_kit`, which prints the attempts of two calls while the fake
//! server fails. Run its tests with `cargo test -p examples --example test_kit`.
//!
//! Next: `traces`, which prints the spans of calls. The guide of `pivotal-runtime` has a chapter on testing.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::time::Duration;

use pivotal_runtime::testing::{Fake, Fault, FaultMix};
use pivotal_runtime::{Client, Error, endpoints};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    id: u64,
    text: String,
}

#[endpoints("/notes")]
trait Notes {
    #[endpoint(GET, "/<id>")]
    async fn note(&self, id: u64) -> Result<Note, Error>;

    #[endpoint(PUT, "/<id>", body = note)]
    async fn write(&self, id: u64, note: &Note) -> Result<Note, Error>;
}

/// The code to test: returns a note, which is written if it is missing.
async fn note_or_new(api: &impl Notes, new: &Note) -> Result<Note, Error> {
    match api.note(new.id).await {
        Err(error) if error.is_not_found() => api.write(new.id, new).await,
        result => result,
    }
}

/// Creates the production client on a fake.
fn client(fake: &Fake) -> Result<Client, Error> {
    Client::builder().base_url("https://notes.example.com").http_client(fake.http_client()).build()
}

fn milk() -> Note {
    Note { id: 7, text: "buy milk".to_owned() }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Error> {
    println!("fake of https://notes.example.com, with faults and a paused clock\n");
    let fake = Fake::new();
    fake.on(|api| api.note(7)).responds(404, "");
    fake.on(|api| api.write(7, &milk())).returns(&milk());
    fake.inject(
        FaultMix::seeded(14)
            .with(0.2, Fault::ResetAfterSending)
            .with(0.3, Fault::RateLimited(Duration::from_secs(5)))
            .latency(Duration::from_millis(50)..=Duration::from_millis(900)),
    );
    let note = note_or_new(&client(&fake)?, &milk()).await?;
    for call in fake.calls() {
        let outcome = call.fault().map_or("a response".to_owned(), |fault| format!("fault {fault:?}"));
        let sent_at = call.sent_at().as_millis();
        println!("{} {}, sent at {sent_at} ms → {outcome}", call.method(), call.path_and_query());
    }
    println!("note_or_new → {note:?}, after {} attempts", fake.calls().len());

    println!(
        "\nnext: cargo run -p examples --example traces --features tracing, which prints a span for each call and each attempt"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn existing_note_is_returned() -> Result<(), Error> {
        let fake = Fake::new();
        fake.on(|api| api.note(7)).returns(&milk());
        assert_eq!(note_or_new(&fake, &milk()).await?, milk());
        Ok(())
    }

    #[tokio::test]
    async fn missing_note_is_written() -> Result<(), Error> {
        let fake = Fake::new();
        fake.on(|api| api.note(7)).responds(404, "");
        fake.on(|api| api.write(7, &milk())).returns(&milk());
        note_or_new(&fake, &milk()).await?;
        assert_eq!(fake.last_call().json::<Note>(), milk());
        Ok(())
    }

    #[tokio::test(start_paused = true)]
    async fn third_failure_is_the_error() -> Result<(), Error> {
        let fake = Fake::new();
        fake.on(|api| api.note(7)).fails(Fault::RateLimited(Duration::from_secs(5))).times(3);
        let error = note_or_new(&client(&fake)?, &milk()).await.unwrap_err();
        assert_eq!((error.attempts(), error.is_rate_limited()), (3, true));
        Ok(())
    }
}
