//! A call: attempts, and what lies between them.

use std::time::Duration;

use http::StatusCode;
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep_until};

use super::admission::Admission;
use super::attempt::attempt;
use super::base::Base;
use super::prepare::Prepared;
use super::renewal::Renewal;
use super::{HttpClient, Settings};
use crate::error::Record;
use crate::policy::{Backoff, Budget, Delivery, Failure, MAX_WAIT, after, should_retry};
use crate::random::fraction;
use crate::rate_limit::{self, retry_after};
use crate::{Api, Body, Endpoint, Error, ErrorKind, Request};

/// How long to wait at least after a 429 that does not say.
const UNTOLD_WAIT: Duration = Duration::from_secs(1);

const NO_RUNTIME: &str =
    "a call needs a tokio runtime; make it within one, as `#[tokio::main]` starts it, or use `blocking::Client`";

/// No `async fn`, which would keep its arguments until the end beside what is made of them.
pub(super) fn call<'a, H: HttpClient>(
    http: &'a H,
    settings: &'a Settings,
    base: &'a Base,
    request: Request,
) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send + use<'a, H> {
    let endpoint = request.endpoint();
    let mut prepared = Prepared::new(settings, base, request).map_err(|error| error.at(endpoint));
    async move {
        // In place, since what is moved is kept twice. Where it is an error, that is returned as it is.
        let Ok(prepared) = &mut prepared else { return prepared.map(|_| http::Response::default()) };
        if Handle::try_current().is_err() {
            // The timers of tokio would panic.
            return Err(Error::config(NO_RUNTIME).at(endpoint));
        }
        let deadline = after(prepared.limits().total);
        // What the last attempt came to, and whether any may have reached the server.
        let mut last = None;
        let mut reached = false;
        let mut renewal = Renewal::default();
        let result = loop {
            let earlier = prepared.attempts;
            let mut result = match Admission::wait(settings, prepared, deadline).await {
                Ok(admission) => attempt(http, prepared, deadline, admission).await,
                // No time is left for an attempt: the cause is that of the last one, if there was one.
                Err(error) if Instant::now() >= deadline => break last.map_or(Err(error), |last: Box<_>| *last),
                Err(error) => break Err(error),
            };
            let attempts = prepared.attempts;
            if let Some(renewing) = renewal.start(prepared, &result, deadline) {
                reached |= !prepared.is_stale;
                // Boxed, since what is kept across an `await` is part of the future.
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
            let Some(failure) = failure(&result, endpoint) else {
                if attempts == 1 {
                    settings.budget.earn();
                }
                break result;
            };
            let headers = result.as_ref().ok().map(http::Response::headers);
            let server = headers.and_then(rate_limit::should_retry);
            let statuses = match &settings.retry_statuses {
                Some(statuses) => statuses,
                None => prepared.api().map_or(&[][..], Api::statuses_to_retry),
            };
            let again = prepared.is_repeatable()
                && attempts < prepared.limits().max_attempts
                && should_retry(failure, prepared.repetition, attempts, server, statuses);
            if !again {
                break result;
            }
            let told = headers.and_then(retry_after);
            let Some(retry_at) = retry_at(settings.backoff, failure, attempts, told, deadline) else { break result };
            let cost = if failure == Failure::Unknown { Budget::UNKNOWN } else { Budget::ANSWERED };
            if !settings.budget.spend(cost) {
                break result;
            }
            reached |= failure != Failure::NotSent;
            last = Some(Box::new(result));
            sleep_until(retry_at).await;
        };
        let record = Record { attempts: prepared.attempts, api: prepared.api(), sent: prepared.take_sent() };
        match result {
            Ok(mut response) => {
                response.extensions_mut().insert(record);
                Ok(response)
            }
            Err(error) => {
                let is_unknown = reached && error.delivery() == Some(Delivery::NotSent);
                let error = if is_unknown { error.with_delivery(Delivery::Unknown) } else { error };
                Err(error.at(endpoint).with_connect_timeout(settings.connect_timeout).with_record(record))
            }
        }
    }
}

/// Why the attempt failed, if it did.
fn failure(result: &Result<http::Response<Body>, Error>, endpoint: &Endpoint) -> Option<Failure> {
    match result {
        Ok(response) if endpoint.is_success(response.status()) => None,
        Ok(response) => Some(Failure::Answered(response.status())),
        Err(error) => Some(match (error.kind(), error.delivery()) {
            _ if error.is_lasting() => Failure::Lasting,
            (ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport, Some(Delivery::NotSent)) => {
                Failure::NotSent
            }
            (ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport, _) => Failure::Unknown,
            _ => Failure::Lasting,
        }),
    }
}

/// Returns the time of the next attempt; `None` if it is too far away.
fn retry_at(
    backoff: Backoff,
    failure: Failure,
    attempts: u32,
    told: Option<Duration>,
    deadline: Instant,
) -> Option<Instant> {
    let floor = match failure {
        Failure::Answered(StatusCode::TOO_MANY_REQUESTS) => Some(told.unwrap_or(UNTOLD_WAIT)),
        _ => told,
    };
    if floor.is_some_and(|floor| floor > MAX_WAIT) {
        return None;
    }
    let wait = backoff.wait(attempts, floor, fraction());
    Instant::now().checked_add(wait).filter(|retry_at| *retry_at < deadline)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use http::Method;

    use super::*;
    use crate::request::RequestBuilder;
    use crate::{CallOptions, Client, DynTransport};

    /// What malloc of glibc hands out without looking for it.
    const FAST: usize = 1032;

    /// The size of what is boxed for a call.
    fn boxed_size(transport: &dyn DynTransport) -> usize {
        static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/", "get");
        let request = RequestBuilder::new(&ENDPOINT).literal("/").build(false).expect("a request");
        size_of_val(&*transport.send_boxed(request))
    }

    #[tokio::test]
    async fn the_future_of_a_call_is_small_enough_to_be_boxed_fast() {
        let size = boxed_size(&Client::builder().base_url("https://api.invalid").build().expect("a client"));
        assert!(size <= FAST, "{size}");
    }

    #[tokio::test]
    async fn the_future_of_a_call_is_boxed_once() {
        let client = Client::builder().base_url("https://api.invalid").build().expect("a client");
        // A box around a box would be as small as a pointer.
        let size = boxed_size(&client);
        assert!(size > 100, "{size}");
        let erased: Arc<dyn DynTransport> = Arc::new(client.clone());
        let sizes = [boxed_size(&&client), boxed_size(&client.with(CallOptions::new())), boxed_size(&erased)];
        assert_eq!(sizes, [size; 3]);
    }
}
