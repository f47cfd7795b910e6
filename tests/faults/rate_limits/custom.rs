//! Limiters of a user.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use pivotal_runtime::http::{HeaderMap, StatusCode};
use pivotal_runtime::{CallOptions, Client, Error, ErrorKind, Phase, RateLimitedAttempt, RateLimiter, TimeLimit};

use crate::fake::Fake;
use crate::fake::api::Api;
use crate::fake::reply::{broken, ok, silence, status};

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// What a limiter does with an attempt.
#[derive(Clone, Copy)]
enum Acquire {
    After(Duration),
    Never,
    Fail,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    Acquired,
    /// `acquire` was dropped while it waited, or failed.
    NotAcquired,
    Updated(u16),
    /// The permit was dropped without a response.
    Dropped,
}

/// The events of a limiter.
#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<Event>>>);

impl Events {
    fn add(&self, event: Event) {
        self.0.lock().unwrap().push(event);
    }

    fn all(&self) -> Vec<Event> {
        self.0.lock().unwrap().clone()
    }
}

struct Limiter {
    events: Events,
    acquire: fn(&RateLimitedAttempt, usize) -> Acquire,
}

/// Adds its event when it is dropped.
struct Permit {
    events: Events,
    event: Event,
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.events.add(self.event);
    }
}

impl RateLimiter for Limiter {
    type Permit = Permit;

    async fn acquire(&self, attempt: &RateLimitedAttempt) -> Result<Permit, Error> {
        let acquired = self.events.all().iter().filter(|event| **event == Event::Acquired).count();
        let mut permit = Permit { events: self.events.clone(), event: Event::NotAcquired };
        match (self.acquire)(attempt, acquired) {
            Acquire::After(Duration::ZERO) => {}
            Acquire::After(wait) => tokio::time::sleep(wait).await,
            Acquire::Never => std::future::pending().await,
            Acquire::Fail => return Err(Error::config("the quota of this month is used up")),
        }
        self.events.add(Event::Acquired);
        permit.event = Event::Dropped;
        Ok(permit)
    }

    fn update(&self, mut permit: Permit, status: StatusCode, _: &HeaderMap) {
        permit.event = Event::Updated(status.as_u16());
    }
}

/// A client with such a limiter, and the events of that.
fn limited(fake: &Fake, acquire: fn(&RateLimitedAttempt, usize) -> Acquire) -> (Client, Events) {
    let events = Events::default();
    let limiter = Limiter { events: events.clone(), acquire };
    (fake.builder().max_concurrency(1).rate_limiter(limiter).build().unwrap(), events)
}

#[tokio::test(start_paused = true)]
async fn each_attempt_acquires_a_permit_and_updates_the_limiter() {
    let fake = Fake::script([status(503), broken(), ok()]);
    let (client, events) = limited(&fake, |_, _| Acquire::After(seconds(3)));
    assert_eq!(client.get().await.unwrap().attempts(), 3);
    assert_eq!(
        events.all(),
        [Event::Acquired, Event::Updated(503), Event::Acquired, Event::Dropped, Event::Acquired, Event::Updated(200),]
    );
    assert_eq!(fake.instants()[0], seconds(3));
    assert!(fake.gaps().iter().all(|gap| *gap >= seconds(3)), "{:?}", fake.gaps());
}

#[tokio::test(start_paused = true)]
async fn limiter_sees_the_endpoint_and_the_deadline() {
    let fake = Fake::new(|_| ok());
    let (client, _) = limited(&fake, |attempt, _| {
        let is_get = attempt.endpoint().operation() == "get";
        assert_eq!(attempt.api(), Some(&pivotal_api::PIVOTAL));
        let left = attempt.deadline() - tokio::time::Instant::now();
        assert_eq!(left, if is_get { seconds(60) } else { seconds(7) });
        Acquire::After(if is_get { Duration::ZERO } else { left - seconds(1) })
    });
    client.get().await.unwrap();
    client.with(CallOptions::new().timeout(seconds(7))).delete().await.unwrap();
    assert_eq!(fake.instants(), [0, 6].map(seconds));
}

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
async fn error_of_the_limiter_ends_the_call() {
    let fake = Fake::script([]);
    let (client, events) = limited(&fake, |_, _| Acquire::Fail);
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.phase(), error.attempts()), (ErrorKind::Config, Some(Phase::NotSent), 0));
    assert_eq!(error.to_string(), "GET /things/7: the quota of this month is used up");
    assert_eq!((fake.count(), events.all()), (0, vec![Event::NotAcquired]));

    // Before the second attempt, when the first may have reached the server.
    let fake = Fake::script([silence()]);
    let (client, events) = limited(&fake, |_, acquired| match acquired {
        0 => Acquire::After(Duration::ZERO),
        _ => Acquire::Fail,
    });
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.phase(), error.attempts()), (ErrorKind::Config, Some(Phase::Unknown), 1));
    assert_eq!(events.all(), [Event::Acquired, Event::Dropped, Event::NotAcquired]);
}

#[tokio::test(start_paused = true)]
async fn wait_for_the_limiter_ends_with_the_deadline() {
    let fake = Fake::script([]);
    let (client, events) = limited(&fake, |_, _| Acquire::Never);
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.time_limit()), (ErrorKind::Timeout, Some(TimeLimit::Total)));
    assert_eq!((error.phase(), error.attempts()), (Some(Phase::NotSent), 0));
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

#[tokio::test(start_paused = true)]
async fn dropped_call_drops_its_permit() {
    let fake = Fake::new(|_| silence());
    let (client, events) = limited(&fake, |_, acquired| match acquired {
        0 => Acquire::After(Duration::ZERO),
        _ => Acquire::Never,
    });
    tokio::time::timeout(seconds(1), client.get()).await.unwrap_err();
    assert_eq!(events.all(), [Event::Acquired, Event::Dropped]);
    tokio::time::timeout(seconds(1), client.get()).await.unwrap_err();
    assert_eq!(events.all()[2..], [Event::NotAcquired]);
}
