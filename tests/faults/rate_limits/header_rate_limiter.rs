//! The default limiter, which follows the headers of the responses.

mod disabled;
mod names;
mod probe;
mod queue;
mod remaining;
mod reset;
mod several;
mod shared;

use pivotal_runtime::Client;

use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::support::seconds;
use crate::thing_api::Api;

/// A fake that reports that nothing remains until so many seconds after its start.
fn exhausted_until(reset: u64) -> Fake {
    Fake::new(move |sent| {
        let (remaining, reset) = if sent.at < seconds(reset) { (0, reset) } else { (50, reset + 60) };
        with_limit(ok(), sent.at, 60, remaining, EPOCH + reset)
    })
}

/// A client whose limiter was updated by a first response of its fake.
async fn updated_client(fake: &Fake) -> Client {
    let client = fake.client();
    client.get().await.unwrap();
    client
}
