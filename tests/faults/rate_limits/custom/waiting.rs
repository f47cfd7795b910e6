//! Calls that wait for a limiter, and calls that do not.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Delivery, ErrorKind, Timeout};

use super::{Acquire, Event, limited, seconds};
use crate::support::fake::Fake;
use crate::support::fake::reply::{ok, status};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn waiting_call_has_no_concurrency_permit() {
    let fake = Fake::new(|_| ok().after(seconds(1)));
    let (client, events) = limited(&fake, |attempt, _| match attempt.endpoint().operation() {
        "delete" => Acquire::After(seconds(10)),
        _ => Acquire::After(Duration::ZERO),
    });
    let (waited, sent) = tokio::join!(client.delete(), async {
        tokio::task::yield_now().await;
        client.get().await
    });
    waited.unwrap();
    sent.unwrap();
    assert_eq!(fake.instants(), [0, 10].map(seconds));
    assert_eq!(events.all().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn call_waits_for_a_concurrency_permit_after_the_limiter() {
    let fake = Fake::new(|_| ok().after(seconds(20)));
    let (client, _) = limited(&fake, |attempt, _| match attempt.endpoint().operation() {
        "delete" => Acquire::After(seconds(10)),
        _ => Acquire::After(Duration::ZERO),
    });
    let (waited, sent) = tokio::join!(client.delete(), client.get());
    waited.unwrap();
    sent.unwrap();
    assert_eq!((fake.instants(), fake.peak()), ([0, 20].map(seconds).to_vec(), 1));
}

#[tokio::test(start_paused = true)]
async fn wait_for_the_limiter_ends_with_the_deadline() {
    let fake = Fake::script([]);
    let (client, events) = limited(&fake, |_, _| Acquire::Never);
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Total)));
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::NotSent), 0));
    assert_eq!((fake.elapsed(), fake.count()), (seconds(60), 0));
    assert_eq!(events.all(), [Event::NotAcquired]);
}

#[tokio::test(start_paused = true)]
async fn error_is_the_last_cause_if_the_deadline_ends_a_later_wait() {
    let fake = Fake::script([status(503)]);
    let (client, _) = limited(&fake, |_, acquired| match acquired {
        0 => Acquire::After(Duration::ZERO),
        _ => Acquire::Never,
    });
    let error = client.get().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (503, 1));
    assert_eq!(fake.elapsed(), seconds(60));
}

#[tokio::test(start_paused = true)]
async fn call_that_does_not_wait_is_sent_without_a_permit() {
    let fake = Fake::new(|_| ok());
    let (client, events) = limited(&fake, |attempt, _| {
        assert_eq!(attempt.deadline(), tokio::time::Instant::now());
        if attempt.endpoint().operation() == "delete" { Acquire::Never } else { Acquire::After(Duration::ZERO) }
    });
    let hasty = client.with(CallOptions::new().wait_for_rate_limit(false));
    hasty.delete().await.unwrap();
    assert_eq!(events.all(), [Event::NotAcquired], "the response does not update the limiter");
    hasty.get().await.unwrap();
    assert_eq!(events.all()[1..], [Event::Acquired, Event::Updated(200)], "a permit that is ready is used");
    assert_eq!(fake.instants(), [Duration::ZERO; 2]);
}
