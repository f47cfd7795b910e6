//! One attempt: the request, the head of the response and its buffered body, within the timeouts.

use std::pin::pin;
use std::sync::Arc;

use tokio::time::{Instant, timeout_at};

use super::HttpClient;
use super::admission::Admission;
use super::connections::{Connections, Generation};
#[cfg(feature = "compression")]
use super::content_encoding::decode;
use super::origins::{FirstRequest, Order};
use super::prepare::{Next, Prepared};
use super::timeouts::{Timeout, after};
use super::tracked::execute_tracked;
use crate::error::MAX_ERROR_BODY;
use crate::response::{BodyForm, is_encoded};
use crate::{Body, Delivery, Error, ErrorKind};

/// Sends one attempt. It ends at the timeout of an attempt, or at the deadline of the call.
pub(super) fn attempt(
    connections: &Connections<impl HttpClient>,
    prepared: &mut Prepared<'_>,
    deadline: Instant,
    admission: Admission<'_>,
) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
    let ends = after(admission.at, prepared.limits().attempt);
    let (ends, timeout) = if deadline <= ends { (deadline, Timeout::Total) } else { (ends, Timeout::Attempt) };
    // A value that is kept across an `await` is part of the future, so the limits are not copied.
    async move {
        let used = connections.current();
        match used.order(&prepared.base().url) {
            Order::Any => {}
            Order::First(gate) => prepared.set_first(FirstRequest::new(gate)),
            Order::AfterFirst(gate) => {
                // Boxed, since a value that is kept across an `await` is part of the future.
                if Box::pin(async move { timeout_at(ends, gate.wait()).await }).await.is_err() {
                    return Err(prepared.limits().timed_out(timeout).with_delivery(Delivery::NotSent));
                }
            }
        }
        let is_tracked = prepared.is_tracked();
        let Next { request, target, mut telemetry } = match prepared.next() {
            Ok(next) => next,
            Err(error) => {
                prepared.end_first();
                return Err(error);
            }
        };
        let mut result = if is_tracked {
            // Boxed, since only a part of the requests are tracked.
            let executed = Box::pin(execute_tracked(&used, &target, request, ends, &telemetry)).await;
            executed.unwrap_or_else(|delivery| {
                Err(timed_out(connections, &used, prepared, timeout).with_delivery(delivery))
            })
        } else {
            let executed = {
                let execution = pin!(telemetry.in_scope(|| used.http.execute_at(&target, request)));
                timeout_at(ends, telemetry.in_span(execution)).await
            };
            executed.unwrap_or_else(|_| Err(timed_out(connections, &used, prepared, timeout)))
        };
        prepared.end_first();
        result = result.map_err(|error| failed(connections, &used, prepared, error));
        if let Ok(response) = &mut result {
            telemetry.receive_head(response);
            // The timeout is for data of the server, so it is in front of a decoder.
            response.body_mut().set_limits(prepared.limits());
            if prepared.expected.body != BodyForm::InMemory {
                response.body_mut().keep_runtime();
            }
            #[cfg(feature = "compression")]
            decode(response);
            // Another server has another limit.
            if let Some(permit) = admission.rate_limit.filter(|_| prepared.is_on_known_origin()) {
                permit.update(response.status(), response.headers());
            }
            let is_success = prepared.is_success(response.status());
            let is_streamed = prepared.expected.is_streamed(response.status(), response.headers());
            match (is_success, is_streamed) {
                // The status matters more than a lost connection or an endless body. One more byte shows that the body is longer.
                (false, _) => response.body_mut().buffer_start(MAX_ERROR_BODY + 1, Some(ends)).await,
                (true, true) => {
                    let stream = connections.stream(&used, response.version());
                    response.body_mut().keep_open(stream);
                }
                (true, false) => {
                    let max_bytes = prepared.limits().max_response_bytes;
                    match timeout_at(ends, response.body_mut().buffer(max_bytes)).await {
                        Err(_) => result = Err(timed_out(connections, &used, prepared, timeout)),
                        // The error of the call names the coding, and has the start of the body.
                        Ok(Err(_)) if has_start_of_encoded(response) => {}
                        Ok(Err(error)) => result = Err(error),
                        Ok(Ok(())) => {}
                    }
                }
            }
        }
        // A stream that the caller reads does not count: an unread one would block other calls.
        drop(admission.concurrency);
        telemetry.end(&result, prepared.expected, prepared.endpoint);
        result
    }
}

/// Returns whether the body has a content coding, and its start is in memory. It is not if the connection was lost.
fn has_start_of_encoded(response: &http::Response<Body>) -> bool {
    response.body().as_bytes().is_some_and(|start| !start.is_empty())
        && is_encoded(response.status(), response.headers())
}

/// Creates the error of an attempt that timed out, and replaces the connections: the one of the attempt can be dead without being
/// closed.
fn timed_out<H: HttpClient>(
    connections: &Connections<H>,
    used: &Arc<Generation<H>>,
    prepared: &Prepared<'_>,
    timeout: Timeout,
) -> Error {
    connections.renew(used);
    prepared.limits().timed_out(timeout)
}

/// Returns the error of an attempt. After a connection was closed, the next request to its origin opens another one for all.
/// If none took the request, the next ones go to others.
fn failed<H: HttpClient>(
    connections: &Connections<H>,
    used: &Arc<Generation<H>>,
    prepared: &Prepared<'_>,
    error: Error,
) -> Error {
    if error.is_unprocessed() {
        if error.kind() == ErrorKind::Timeout {
            connections.renew(used);
        } else {
            used.closed(&prepared.base().url);
        }
    }
    error
}
