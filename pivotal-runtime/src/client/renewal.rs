//! Refreshes credentials during a call.

use http::StatusCode;
use tokio::time::{Instant, timeout_at};

use super::prepare::Prepared;
use crate::transport::BoxFuture;
use crate::{Body, Error};

/// The refreshes of one call. It refreshes them once because they were stale, and once after a 401.
#[derive(Default)]
pub(super) struct Renewal {
    was_stale: bool,
    was_refused: bool,
}

impl Renewal {
    /// Starts to renew the credentials of an attempt, if they were stale or the server rejected them. The future returns
    /// whether there are new ones.
    pub(super) fn start<'a>(
        &mut self,
        prepared: &Prepared<'a>,
        result: &Result<http::Response<Body>, Error>,
        deadline: Instant,
    ) -> Option<BoxFuture<'a, Result<bool, Error>>> {
        let was_renewed = if prepared.is_stale {
            std::mem::replace(&mut self.was_stale, true)
        } else if is_unauthorized(prepared, result) {
            // They can be stale again, after the server rejected them.
            self.was_stale = false;
            std::mem::replace(&mut self.was_refused, true)
        } else {
            return None;
        };
        let (credentials, generation) = (prepared.credentials?, prepared.generation);
        let timeout = prepared.limits().total;
        let timed_out = move |_| Error::timed_out_unsent(timeout);
        (!was_renewed).then(|| {
            Box::pin(async move { timeout_at(deadline, credentials.renew(generation)).await.map_err(timed_out)? }) as _
        })
    }
}

/// Returns whether the server rejected the credentials.
fn is_unauthorized(prepared: &Prepared<'_>, result: &Result<http::Response<Body>, Error>) -> bool {
    let status = StatusCode::UNAUTHORIZED;
    result.as_ref().is_ok_and(|response| response.status() == status) && !prepared.is_success(status)
}
