//! One attempt: sent, answered, its body read, within its limits.

use http::StatusCode;
use tokio::time::{Instant, timeout_at};

use super::HttpClient;
use super::prepare::Prepared;
use super::room::Room;
use crate::error::KEPT_BODY;
use crate::policy::{TimeLimit, after};
use crate::rate_limit::retry_after;
use crate::{Body, Error};

/// How much of the body of an error is read: as much as an error keeps, and one byte to see that there is more.
const MAX_ERROR_BODY: usize = KEPT_BODY + 1;

/// Ends with the timeout of an attempt, or with the deadline of the call. `None` if the credentials must be refreshed first:
/// nothing was sent then.
pub(super) fn attempt(
    http: &impl HttpClient,
    prepared: &mut Prepared<'_>,
    deadline: Instant,
    room: Room<'_>,
) -> impl Future<Output = Result<Option<http::Response<Body>>, Error>> + Send {
    let (endpoint, streamed, limits) = (prepared.endpoint, prepared.streamed, prepared.limits);
    let ends = after(limits.attempt);
    let (ends, limit) = if deadline < ends { (deadline, TimeLimit::Total) } else { (ends, TimeLimit::Attempt) };
    async move {
        let Some((request, target)) = prepared.next()? else { return Ok(None) };
        let timed_out = |_| limits.timed_out(limit);
        let answered = timeout_at(ends, http.execute_at(&target, request)).await;
        let mut response = answered.map_err(timed_out)??.map(|body| body.with_idle_limit(limits.read));
        if let Some(pass) = room.pass {
            let refused = response.status() == StatusCode::TOO_MANY_REQUESTS;
            pass.learn(response.headers(), refused.then(|| retry_after(response.headers())));
        }
        let is_success = endpoint.is_success(response.status());
        let body = response.body_mut();
        match (is_success, streamed) {
            // The status counts for more than a body that breaks off or has no end.
            (false, _) => body.keep_start(MAX_ERROR_BODY, Some(ends)).await,
            (true, true) => {}
            (true, false) => timeout_at(ends, body.buffer(limits.max_body)).await.map_err(timed_out)??,
        }
        Ok(Some(response.map(|body| body.holding(room.permit))))
    }
}
