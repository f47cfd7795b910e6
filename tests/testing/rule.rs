//! The test of a rule: on 404 create, on 429 wait and retry, give up after the third attempt.

use std::time::Duration;

use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{Error, Transport};
use tokio::time::Instant;

use super::notes::{Note, Notes, client, note};

/// Returns the note, which is created if it is missing.
async fn note_or_new(api: &impl Transport, wanted: &Note) -> Result<Note, Error> {
    match api.note(wanted.id).await {
        Err(error) if error.is_not_found() => api.create(wanted, Some("k-1")).await,
        result => result,
    }
}

// Twelve lines with the attribute.
#[rustfmt::skip]
#[tokio::test(start_paused = true)]
async fn missing_note_is_created_after_waits_that_the_server_requests() {
    let (fake, start) = (Fake::new(), Instant::now());
    fake.on(|api| api.note(7)).responds(404, "");
    fake.on(|api| api.create(&note(7), Some("k-1"))).fails(Fault::RateLimited(Duration::from_secs(20))).times(2);
    fake.on(|api| api.create(&note(7), Some("k-1"))).returns(&note(7));
    fake.on(|api| api.note(8)).fails(Fault::RateLimited(Duration::from_secs(5))).times(3);
    assert_eq!(note_or_new(&client(&fake), &note(7)).await.unwrap(), note(7));
    assert!(start.elapsed().as_secs() >= 40);
    assert_eq!(note_or_new(&client(&fake), &note(8)).await.unwrap_err().attempts(), 3);
}
