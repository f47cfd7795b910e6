//! One attempt: the request, the head of the response and its buffered body, within the timeouts.

use tokio::time::{Instant, timeout_at};

use super::HttpClient;
use super::admission::Admission;
use super::prepare::Prepared;
use crate::error::KEPT_BODY;
use crate::policy::{Timeout, after};
use crate::{Body, Error};

/// How much of the body of an error is read: as much as an error keeps, and one byte to see that there is more.
const MAX_ERROR_BODY: usize = KEPT_BODY + 1;

/// Ends with the timeout of an attempt, or with the deadline of the call.
pub(super) fn attempt(
    http: &impl HttpClient,
    prepared: &mut Prepared<'_>,
    deadline: Instant,
    admission: Admission<'_>,
) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
    let ends = after(prepared.limits().attempt);
    let (ends, limit) = if deadline <= ends { (deadline, Timeout::Total) } else { (ends, Timeout::Attempt) };
    // What is kept across an `await` is part of the future, so the limits are not copied.
    async move {
        let answered = {
            let (request, target) = prepared.next()?;
            timeout_at(ends, http.execute_at(&target, request)).await
        };
        let answered = answered.map_err(|_| prepared.limits().timed_out(limit))?;
        let mut response = answered?.map(|body| body.with_idle_limit(prepared.limits().read));
        if let Some(permit) = admission.rate_limit {
            permit.update(response.status(), response.headers());
        }
        let is_success = prepared.endpoint.is_success(response.status());
        let body = response.body_mut();
        match (is_success, prepared.streamed) {
            // The status counts for more than a body that breaks off or has no end.
            (false, _) => body.keep_start(MAX_ERROR_BODY, Some(ends)).await,
            (true, true) => {}
            (true, false) => {
                let buffered = timeout_at(ends, body.buffer(prepared.limits().max_response_bytes)).await;
                buffered.map_err(|_| prepared.limits().timed_out(limit))??;
            }
        }
        // A stream that the caller reads does not count: an unread one would block other calls.
        drop(admission.concurrency);
        Ok(response)
    }
}
