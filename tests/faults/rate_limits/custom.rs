//! Custom limiters.

mod permits;
mod waiting;
mod wrapper;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use pivotal_runtime::http::{HeaderMap, StatusCode};
use pivotal_runtime::{Client, Error, RateLimitedAttempt, RateLimiter};

use crate::support::fake::Fake;
use crate::support::seconds;

/// The behavior of a limiter.
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

/// Returns a client with such a limiter, and the events of the limiter.
fn limited(fake: &Fake, acquire: fn(&RateLimitedAttempt, usize) -> Acquire) -> (Client, Events) {
    let events = Events::default();
    let limiter = Limiter { events: events.clone(), acquire };
    (fake.builder().max_concurrency(1).rate_limiter(limiter).build().unwrap(), events)
}
