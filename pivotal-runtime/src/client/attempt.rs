//! One attempt: sent, answered, its body read, within its limits.

use tokio::time::{Instant, timeout_at};

use super::HttpClient;
use crate::error::KEPT_BODY;
use crate::policy::{Limits, TimeLimit, after};
use crate::{Body, Endpoint, Error};

/// What is wanted of the answer.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) endpoint: &'static Endpoint,
    pub(super) stream: bool,
    pub(super) limits: Limits,
    /// When the whole call ends.
    pub(super) deadline: Instant,
}

/// How much of the body of an error is read: as much as an error keeps, and one byte to see that there is more.
const MAX_ERROR_BODY: usize = KEPT_BODY + 1;

pub(super) async fn attempt(
    http: &impl HttpClient,
    request: http::Request<Body>,
    wanted: Wanted,
) -> Result<http::Response<Body>, Error> {
    let ends = after(wanted.limits.attempt);
    let (ends, limit) =
        if wanted.deadline < ends { (wanted.deadline, TimeLimit::Total) } else { (ends, TimeLimit::Attempt) };
    let timed_out = |_| Error::timed_out(limit);
    let (parts, body) = timeout_at(ends, http.execute(request)).await.map_err(timed_out)??.into_parts();
    let body = body.with_idle_limit(wanted.limits.read);
    let body = match (wanted.endpoint.is_success(parts.status), wanted.stream) {
        // The status counts for more than a body that breaks off or has no end.
        (false, _) => body.start_before(MAX_ERROR_BODY, ends).await,
        (true, true) => body,
        (true, false) => timeout_at(ends, body.buffered(wanted.limits.max_body)).await.map_err(timed_out)??,
    };
    Ok(http::Response::from_parts(parts, body))
}
