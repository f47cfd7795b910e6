//! Servers that remember.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::Sent;
use super::reply::{Reply, api_error, status};

/// Keeps idempotency keys as the API does: the first request under a key does the work, the others get its answer.
#[derive(Clone, Default)]
pub(crate) struct KeyStore(Arc<Mutex<BTreeMap<String, Stored>>>);

struct Stored {
    body: Vec<u8>,
    answer: Reply,
    /// When the work is done, since the fake was made.
    done: Duration,
}

impl KeyStore {
    /// The answer to a request whose work takes so long and ends like that, if it is the first under its key.
    pub(crate) fn answer(&self, sent: &Sent, work: Duration, end: Reply) -> Reply {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match keys.get(sent.key()) {
            None => {
                let stored = Stored { body: sent.body.clone(), answer: end.clone(), done: sent.at + work };
                keys.insert(sent.key().to_owned(), stored);
                end.after(work)
            }
            Some(stored) if stored.body != sent.body => api_error(409, "conflict", "idempotency_key_reused"),
            Some(stored) if stored.done > sent.at => api_error(409, "conflict", "idempotency_in_progress"),
            Some(stored) => stored.answer.clone(),
        }
    }

    /// How often work was done.
    pub(crate) fn works(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// A rate limit over a window that slides, as the API has it: `X-RateLimit-*` on each answer, in seconds of the server's
/// clock, and `Retry-After` with a 429.
#[derive(Clone)]
pub(crate) struct Window {
    limit: usize,
    length: Duration,
    /// When each request came that counts still.
    taken: Arc<Mutex<VecDeque<Duration>>>,
    refused: Arc<Mutex<Vec<Duration>>>,
}

/// What the clock of the fakes' servers shows at their start: 3 June 2026, 09:00:00 GMT.
pub(crate) const EPOCH: u64 = 1_780_477_200;

/// `Date` at this time of the fake.
pub(crate) fn date(at: Duration) -> String {
    let seconds = i64::try_from(EPOCH + at.as_secs()).unwrap();
    jiff::Timestamp::from_second(seconds).unwrap().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// An answer with the headers of the rate limit.
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

    /// Requests that somebody else made with the key, at these times before the start.
    pub(crate) fn fill(&self, ages: impl IntoIterator<Item = Duration>) {
        // Times are shifted by a window, so that none is negative.
        self.taken.lock().unwrap().extend(ages.into_iter().map(|age| self.length.saturating_sub(age)));
    }

    pub(crate) fn answer(&self, sent: &Sent) -> Reply {
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
        // When the oldest one falls out of the window, to the second, rounded up.
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

    /// When it refused.
    pub(crate) fn refusals(&self) -> Vec<Duration> {
        self.refused.lock().unwrap().clone()
    }
}
