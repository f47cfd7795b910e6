//! Credentials that expire.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use pivotal_runtime::http::HeaderValue;
use pivotal_runtime::http::header::AUTHORIZATION;
use pivotal_runtime::{Applied, Attempt, Client, Credentials, Error};
use tokio::time::sleep;

use crate::support::fake::reply::{Reply, api_error, ok};
use crate::support::fake::{Fake, Sent};

/// The behavior of a refresh.
#[derive(Debug, Clone, Copy)]
pub(super) enum Refresh {
    /// Obtains the next token.
    Succeeds,
    /// Obtains none.
    ReturnsFalse,
    /// Reports new credentials, though there are none.
    ReturnsTrueInVain,
    Fails,
    Hangs,
}

/// Credentials with numbered tokens: `Bearer token-1` and so on. A clone is the same session.
#[derive(Clone)]
pub(super) struct Session(Arc<Inner>);

struct Inner {
    /// The number of the token; 0 if it is missing.
    token: AtomicUsize,
    refresh: Refresh,
    /// The duration of a refresh.
    takes: Duration,
    started: AtomicUsize,
    finished: AtomicUsize,
}

impl Session {
    /// Creates a session with this token. A refresh takes a second.
    pub(super) fn new(token: usize, refresh: Refresh) -> Self {
        Self(Arc::new(Inner {
            token: AtomicUsize::new(token),
            refresh,
            takes: Duration::from_secs(1),
            started: AtomicUsize::new(0),
            finished: AtomicUsize::new(0),
        }))
    }

    pub(super) fn client(&self, fake: &Fake) -> Client {
        fake.plain().credentials(self.clone()).build().unwrap()
    }

    /// Returns the numbers of refreshes that were started and that ended.
    pub(super) fn refreshes(&self) -> (usize, usize) {
        (self.0.started.load(Ordering::SeqCst), self.0.finished.load(Ordering::SeqCst))
    }
}

impl Credentials for Session {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        match self.0.token.load(Ordering::SeqCst) {
            0 => Ok(Applied::Stale),
            token => {
                let value = HeaderValue::try_from(format!("Bearer token-{token}")).unwrap();
                attempt.set_header(AUTHORIZATION, value);
                Ok(Applied::Done)
            }
        }
    }

    async fn refresh(&self) -> Result<bool, Error> {
        let Inner { token, refresh, takes, started, finished } = &*self.0;
        let others = started.fetch_add(1, Ordering::SeqCst) - finished.load(Ordering::SeqCst);
        let guard = Finish(finished);
        assert_eq!(others, 0, "a refresh runs alone");
        sleep(*takes).await;
        let result = match refresh {
            Refresh::Succeeds => {
                token.fetch_add(1, Ordering::SeqCst);
                Ok(true)
            }
            Refresh::ReturnsFalse => Ok(false),
            Refresh::ReturnsTrueInVain => Ok(true),
            Refresh::Fails => Err(Error::api(Some("invalid_grant"), "the refresh token has expired")),
            Refresh::Hangs => std::future::pending().await,
        };
        drop(guard);
        result
    }
}

/// Counts a refresh as ended when it is complete or dropped.
struct Finish<'a>(&'a AtomicUsize);

impl Drop for Finish<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// Returns a server that responds with 401 to all tokens but this one.
pub(super) fn accepts(token: usize) -> impl Fn(&Sent) -> Reply + Clone {
    move |sent| {
        let is_accepted = sent.header("authorization") == Some(&format!("Bearer token-{token}"));
        if is_accepted { ok() } else { unauthorized() }
    }
}

pub(super) fn unauthorized() -> Reply {
    api_error(401, "authentication_error", "invalid_token")
}
