//! Sends a call: the loop of its attempts.
//!
//! An `async fn` stores its arguments beside everything that it makes of them, until it ends. So functions here and in `attempt`
//! return an `async` block: the future of a call stays within the fast allocations of malloc, 1,032 bytes.

use http::StatusCode;
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep_until};

use super::admission::Admission;
use super::attempt::attempt;
use super::base::Base;
use super::connections::Connections;
use super::prepare::Prepared;
use super::redirect::follow;
use super::renewal::Renewal;
use super::retry::{Budget, Failure, RetryLimit, should_retry};
use super::telemetry::{Retry, budget_spent};
use super::timeouts::after;
use super::{HttpClient, Settings};
use crate::error::Record;
use crate::rate_limit::{retry_after, x_should_retry};
use crate::{Body, Delivery, Error, Request};

const NO_RUNTIME: &str =
    "a call needs a tokio runtime; make it within one, as `#[tokio::main]` starts it, or use `blocking::Client`";

/// Sends a request, as often as the settings allow.
///
/// This is not an `async fn`, which would keep its arguments until the end.
pub(super) fn send<'a, H: HttpClient>(
    http: &'a Connections<H>,
    settings: &'a Settings,
    base: &'a Base,
    request: Request,
) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send + use<'a, H> {
    let endpoint = request.endpoint();
    let mut prepared = Prepared::new(settings, base, request).map_err(|error| error.with_endpoint(endpoint));
    async move {
        // Borrowed, since a moved value is kept twice.
        let Ok(prepared) = &mut prepared else {
            return prepared.map(|_| http::Response::default());
        };
        if Handle::try_current().is_err() {
            // The timers of tokio would panic.
            return Err(Error::config(NO_RUNTIME).with_endpoint(prepared.endpoint));
        }
        let deadline = after(Instant::now(), prepared.limits().total);
        // The result of the last attempt, and whether any attempt may have reached the server.
        let mut last = None;
        let mut reached = false;
        let mut retry_limit = None;
        let mut renewal = Renewal::default();
        let mut result = loop {
            let earlier = prepared.attempts;
            let admission = match Admission::wait(settings, prepared, deadline).await {
                Ok(admission) => admission,
                // No time is left for another attempt: the result is that of the last one, if there was one.
                Err(error) if Instant::now() >= deadline => {
                    retry_limit = Some(RetryLimit::Deadline);
                    break last.map_or(Err(error), |last: Box<_>| *last);
                }
                Err(error) => break Err(error),
            };
            let mut result = attempt(http, prepared, deadline, admission).await;
            let attempts = prepared.attempts;
            if let Some(renewing) = renewal.start(prepared, &result, deadline) {
                reached |= !prepared.is_stale;
                // Boxed, since a value that is kept across an `await` is part of the future.
                let kept = Box::new(result);
                match renewing.await {
                    Ok(true) if prepared.is_stale || prepared.is_repeatable() => continue,
                    // The next call has the new credentials.
                    Ok(_) => result = *kept,
                    Err(error) => break Err(error),
                }
            }
            if attempts == earlier {
                // Credentials failed: nothing was sent.
                break result;
            }
            if result.as_ref().is_err_and(Error::is_unprocessed) && prepared.resend() {
                continue;
            }
            if follow(prepared, &mut result) {
                // The server has done its work, or chose who does it.
                reached = true;
                last = None;
                continue;
            }
            if result.as_ref().is_ok_and(|response| prepared.is_success(response.status())) {
                break result;
            }
            let (failure, retry_at) = match retry(settings, prepared, &result, deadline) {
                Ok(retry) => retry,
                Err(limit) => {
                    if limit == Some(RetryLimit::Budget) {
                        budget_spent();
                    }
                    retry_limit = limit;
                    break result;
                }
            };
            Retry {
                endpoint: prepared.endpoint,
                method: prepared.method(),
                is_redirected: prepared.redirects() > 0,
                result: &result,
                expected: prepared.expected,
            }
            .report(retry_at);
            reached |= failure != Failure::NotSent;
            last = Some(Box::new(result));
            sleep_until(retry_at).await;
        };
        let attempts = prepared.counted_attempts();
        if attempts == 1
            && !settings.budget.is_full()
            && result.as_ref().is_ok_and(|response| prepared.is_value(response.status()))
        {
            settings.budget.earn();
        }
        let record = Record {
            attempts,
            retry_limit,
            has_retry_status: result
                .as_ref()
                .ok()
                .map(|response| is_retry_status(settings, prepared, response.status())),
            is_foreign: !prepared.is_on_known_origin(),
            api: prepared.api(),
            sent: prepared.take_sent(),
        };
        if let Ok(response) = &mut result {
            response.extensions_mut().insert(record);
            return result;
        }
        result.map_err(|error| {
            let error = error.with_endpoint(prepared.endpoint).with_connect_timeout(http.connect_timeout());
            after_all_attempts(error, reached).with_record(record)
        })
    }
}

/// Returns the failure of an attempt that is retried, and when it is. The error is the limit that prevents a retry of a
/// request that could be repeated.
fn retry(
    settings: &Settings,
    prepared: &Prepared<'_>,
    result: &Result<http::Response<Body>, Error>,
    deadline: Instant,
) -> Result<(Failure, Instant), Option<RetryLimit>> {
    // A redirect is no retry.
    let attempts = prepared.counted_attempts();
    let failure = Failure::classify(result, |status| prepared.is_success(status)).ok_or(None)?;
    let headers = result.as_ref().ok().map(http::Response::headers);
    let statuses = retry_statuses(settings, prepared);
    let is_safe = prepared.is_repeatable()
        && should_retry(failure, prepared.safety, attempts, headers.and_then(x_should_retry), statuses);
    if !is_safe {
        return Err(None);
    }
    if attempts >= prepared.limits().max_attempts {
        return Err(Some(RetryLimit::Attempts));
    }
    let retry_at = settings.backoff.retry_at(failure, attempts, headers.and_then(retry_after), deadline)?;
    let cost = if failure == Failure::Unknown { Budget::AFTER_UNKNOWN } else { Budget::AFTER_RESPONSE };
    if settings.budget.spend(cost) { Ok((failure, retry_at)) } else { Err(Some(RetryLimit::Budget)) }
}

/// Returns the statuses that are retried in addition: those of the client, or else those of the API.
fn retry_statuses<'a>(settings: &'a Settings, prepared: &Prepared<'_>) -> &'a [u16] {
    match &settings.retry_statuses {
        Some(statuses) => statuses,
        None => prepared.api().map_or(&[], |api| api.retry_statuses),
    }
}

fn is_retry_status(settings: &Settings, prepared: &Prepared<'_>, status: StatusCode) -> bool {
    retry_statuses(settings, prepared).contains(&status.as_u16())
}

/// Returns the error of a call. An attempt before the last one may have reached the server.
fn after_all_attempts(error: Error, reached: bool) -> Error {
    let is_unknown = reached && error.delivery() == Some(Delivery::NotSent);
    if is_unknown { error.with_delivery(Delivery::Unknown) } else { error }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use http::Method;

    use crate::request::RequestBuilder;
    use crate::response::ExpectedResponse;
    use crate::{CallOptions, Client, DynTransport, Endpoint};

    /// The maximum size that malloc of glibc allocates from its cache, without a search.
    const FAST: usize = 1032;

    /// The size of the boxed future of a call.
    fn boxed_size(transport: &dyn DynTransport) -> usize {
        static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/", "get");
        let request = RequestBuilder::new(&ENDPOINT).literal("/").build(&ExpectedResponse::ANY).expect("a request");
        size_of_val(&*transport.send_boxed(request))
    }

    #[tokio::test]
    async fn future_of_a_call_is_small_enough_to_be_boxed_fast() {
        let size = boxed_size(&Client::builder().base_url("https://api.invalid").build().expect("a client"));
        assert!(size <= FAST, "{size}");
    }

    #[tokio::test]
    async fn future_of_a_call_is_boxed_once() {
        let client = Client::builder().base_url("https://api.invalid").build().expect("a client");
        // A box around a box would be as small as a pointer.
        let size = boxed_size(&client);
        assert!(size > 100, "{size}");
        let erased: Arc<dyn DynTransport> = Arc::new(client.clone());
        let sizes = [boxed_size(&&client), boxed_size(&client.with(CallOptions::new())), boxed_size(&erased)];
        assert_eq!(sizes, [size; 3]);
    }
}
