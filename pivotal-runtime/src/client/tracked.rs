//! An attempt that reports whether a connection took the request.

use std::pin::pin;

use tokio::time::{Instant, timeout_at};

use super::HttpClient;
use super::connections::Generation;
use super::telemetry::AttemptTelemetry;
use crate::base_url::Target;
use crate::body::Sending;
use crate::{Body, Delivery, Error};

/// Sends a request, and returns the head of its response.
///
/// # Errors
///
/// If the attempt ends before the response is here. The error states whether the server can have received the request.
pub(super) async fn execute_tracked<H: HttpClient>(
    used: &Generation<H>,
    target: &Target<'_>,
    request: http::Request<Body>,
    ends: Instant,
    telemetry: &AttemptTelemetry,
) -> Result<Result<http::Response<Body>, Error>, Delivery> {
    let sending = request.extensions().get::<Sending>().cloned().unwrap_or_default();
    let taken_by = used.taken_by(ends);
    let execution = pin!(telemetry.in_scope(|| used.http.execute_at(target, request)));
    let mut execution = pin!(telemetry.in_span(execution));
    if let Ok(result) = timeout_at(taken_by, execution.as_mut()).await {
        return Ok(result);
    }
    if sending.abandon() {
        return if taken_by < ends {
            Ok(Err(Error::not_taken(used.http.connect_timeout())))
        } else {
            Err(Delivery::NotSent)
        };
    }
    timeout_at(ends, execution).await.map_err(|_| Delivery::Unknown)
}
