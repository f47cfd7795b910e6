//! Fakes of a server, and clients on them.

use pivotal_runtime::Client;
use pivotal_runtime::testing::Fake;

/// Responds with this body from now on.
pub(crate) fn respond(fake: &Fake, content_type: &str, body: &[u8]) {
    fake.on_any().responds(200, body.to_vec()).header("Content-Type", content_type).always();
}

pub(crate) fn client(fake: &Fake) -> Client {
    Client::builder().base_url("https://api.invalid").http_client(fake.http_client()).build().unwrap()
}

/// Runs calls that wait for nothing.
pub(crate) fn run<T>(calls: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(calls)
}
