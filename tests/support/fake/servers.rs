//! Servers with a state.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::Sent;
use super::reply::{Reply, api_error, status};

/// Idempotency keys as Pivotal stores them: the first request with a key does the work, later ones get its response.
#[derive(Clone, Default)]
pub(crate) struct KeyStore(Arc<Mutex<BTreeMap<String, Stored>>>);

struct Stored {
    body: Vec<u8>,
    reply: Reply,
    /// The time at which the work is done, since the fake was created.
    done: Duration,
}

impl KeyStore {
    /// Returns the reply to a request. For the first one with its key, the work takes this time and ends with this reply.
    pub(crate) fn reply(&self, sent: &Sent, work: Duration, end: Reply) -> Reply {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match keys.get(sent.key()) {
            None => {
                let stored = Stored { body: sent.body.clone(), reply: end.clone(), done: sent.at + work };
                keys.insert(sent.key().to_owned(), stored);
                end.after(work)
            }
            Some(stored) if stored.body != sent.body => api_error(409, "conflict", "idempotency_key_reused"),
            Some(stored) if stored.done > sent.at => api_error(409, "conflict", "idempotency_in_progress"),
            Some(stored) => stored.reply.clone(),
        }
    }

    /// Returns how often work was done.
    pub(crate) fn works(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// A rate limit over a sliding window, as Pivotal has it: `X-RateLimit-*` with each response, in seconds of the server's
/// clock, and `Retry-After` with a 429.
#[derive(Clone)]
pub(crate) struct Window {
    limit: usize,
    length: Duration,
    /// The times of the requests within the window.
    taken: Arc<Mutex<VecDeque<Duration>>>,
    refused: Arc<Mutex<Vec<Duration>>>,
}

/// The time of a server's clock at the start of a test: 3 June 2026, 09:00:00 GMT.
pub(crate) const EPOCH: u64 = 1_780_477_200;

/// Returns the `Date` header at this time of the fake.
pub(crate) fn date(at: Duration) -> String {
    let seconds = i64::try_from(EPOCH + at.as_secs()).unwrap();
    jiff::Timestamp::from_second(seconds).unwrap().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Adds the headers of the rate limit.
pub(crate) fn with_limit(reply: Reply, at: Duration, limit: usize, remaining: usize, reset: u64) -> Reply {
    reply
        .header("date", &date(at))
        .header("x-ratelimit-limit", &limit.to_string())
        .header("x-ratelimit-remaining", &remaining.to_string())
        .header("x-ratelimit-reset", &reset.to_string())
}

impl Window {
    pub(crate) fn new(limit: usize, length: Duration) -> Self {
        Self { limit, length, taken: Arc::default(), refused: Arc::default() }
    }

    /// Adds requests of another client, at these times before the start.
    pub(crate) fn fill(&self, ages: impl IntoIterator<Item = Duration>) {
        // Times are shifted by the length of the window, so that none is negative.
        self.taken.lock().unwrap().extend(ages.into_iter().map(|age| self.length.saturating_sub(age)));
    }

    pub(crate) fn reply(&self, sent: &Sent) -> Reply {
        let now = sent.at + self.length;
        let mut taken = self.taken.lock().unwrap();
        while taken.front().is_some_and(|first| *first + self.length <= now) {
            taken.pop_front();
        }
        let admitted = taken.len() < self.limit;
        if admitted {
            taken.push_back(now);
        } else {
            self.refused.lock().unwrap().push(sent.at);
        }
        // The time at which the oldest one leaves the window, rounded up to seconds.
        let frees = taken.front().map_or(Duration::ZERO, |first| (*first + self.length).saturating_sub(now));
        let up = |time: Duration| time.as_secs() + u64::from(time.subsec_nanos() > 0);
        let reset = EPOCH + up(sent.at + frees);
        let reply = if admitted {
            status(200)
        } else {
            api_error(429, "rate_limit_error", "rate_limited").header("retry-after", &up(frees).max(1).to_string())
        };
        with_limit(reply, sent.at, self.limit, self.limit - taken.len(), reset)
    }

    /// Returns the times of the requests that were refused.
    pub(crate) fn refusals(&self) -> Vec<Duration> {
        self.refused.lock().unwrap().clone()
    }
}
