//! A call: attempts, and what lies between them.

use std::time::Duration;

use http::StatusCode;
use tokio::time::{Instant, sleep_until};

use super::attempt::{Wanted, attempt};
use super::prepare::Prepared;
use super::{CallOptions, HttpClient, Settings};
use crate::error::Record;
use crate::policy::{Budget, Failure, MAX_WAIT, Phase, TimeLimit, after, decide, wait_before_retry};
use crate::random::fraction;
use crate::rate_limit::retry_after;
use crate::{Auth, Body, Error, ErrorKind, Request};

/// How long to wait at least after a 429 that does not say.
const UNTOLD_WAIT: Duration = Duration::from_secs(1);

pub(super) async fn call(
    http: &impl HttpClient,
    settings: &Settings,
    request: Request,
    options: &CallOptions,
) -> Result<http::Response<Body>, Error> {
    let limits = options.limits(settings.limits);
    let deadline = after(limits.total);
    let wanted = Wanted { endpoint: request.endpoint(), stream: request.wants_stream(), limits, deadline };
    let mut prepared = Prepared::new(settings, request, options)?;
    let mut attempts = 0;
    // What the last attempt came to, and whether any may have reached the server.
    let mut last = None;
    let mut reached = false;
    let result = loop {
        let Some(request) = prepared.next() else {
            break Err(Error::transport("the body was a stream, which cannot be sent again"));
        };
        let (result, told) = match send(http, settings, request, wanted).await {
            Ok(response) => {
                attempts += 1;
                let told = retry_after(response.headers());
                (Ok(response), told)
            }
            // There was no time left for an attempt: the cause is that of the one before, if there was one.
            Err(Stopped::Before(error)) => break last.unwrap_or(Err(error)),
            Err(Stopped::Within(error)) => {
                attempts += 1;
                (Err(error), None)
            }
        };
        let Some(failure) = failure(&result, wanted) else {
            if attempts == 1 {
                settings.budget.earn();
            }
            break result;
        };
        let again = prepared.is_repeatable()
            && attempts < limits.max_attempts
            && decide(failure, prepared.repetition, attempts);
        if !again {
            break result;
        }
        let Some(wakes) = wakes(failure, attempts, told, deadline) else { break result };
        let cost = if failure == Failure::Unknown { Budget::UNKNOWN } else { Budget::ANSWERED };
        if !settings.budget.spend(cost) {
            break result;
        }
        reached |= failure != Failure::NotSent;
        last = Some(result);
        sleep_until(wakes).await;
    };
    let record = Record { attempts, idempotency_key: prepared.idempotency_key().map(str::to_owned) };
    match result {
        Ok(mut response) => {
            response.extensions_mut().insert(record);
            Ok(response)
        }
        Err(error) if reached && error.phase() == Some(Phase::NotSent) => {
            Err(error.in_phase(Phase::Unknown).recorded(record))
        }
        Err(error) => Err(error.recorded(record)),
    }
}

enum Stopped {
    Before(Error),
    Within(Error),
}

/// One attempt, when there is room for it.
async fn send(
    http: &impl HttpClient,
    settings: &Settings,
    request: http::Request<Body>,
    wanted: Wanted,
) -> Result<http::Response<Body>, Stopped> {
    let in_time = async {
        let take_place = || settings.concurrency.acquire(wanted.deadline);
        // The limit is the key's, so what needs no key does not wait for it.
        let (permit, pass) = match &settings.gate {
            Some(gate) if wanted.endpoint.auth() == Auth::Bearer => {
                let (permit, pass) = gate.pass(wanted.deadline, take_place).await?;
                (permit, Some(pass))
            }
            _ => (take_place().await?, None),
        };
        if Instant::now() >= wanted.deadline {
            return Err(Error::timed_out(TimeLimit::Total).in_phase(Phase::NotSent));
        }
        Ok((permit, pass))
    };
    let (permit, mut pass) = in_time.await.map_err(Stopped::Before)?;
    let response = attempt(http, request, wanted).await.map_err(Stopped::Within)?;
    if let Some(pass) = &mut pass {
        let refused = response.status() == StatusCode::TOO_MANY_REQUESTS;
        pass.learn(response.headers(), retry_after(response.headers()).filter(|_| refused));
    }
    Ok(response.map(|body| body.holding(permit)))
}

/// Why the attempt failed, if it did.
fn failure(result: &Result<http::Response<Body>, Error>, wanted: Wanted) -> Option<Failure> {
    match result {
        Ok(response) if wanted.endpoint.is_success(response.status()) => None,
        Ok(response) => Some(Failure::Answered(response.status())),
        Err(error) => Some(match (error.kind(), error.phase()) {
            _ if error.is_lasting() => Failure::Lasting,
            (ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport, Some(Phase::NotSent)) => Failure::NotSent,
            (ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport, _) => Failure::Unknown,
            _ => Failure::Lasting,
        }),
    }
}

/// When to send again; `None` if that is too far away.
fn wakes(failure: Failure, attempts: u32, told: Option<Duration>, deadline: Instant) -> Option<Instant> {
    let floor = match failure {
        Failure::Answered(StatusCode::TOO_MANY_REQUESTS) => Some(told.unwrap_or(UNTOLD_WAIT)),
        _ => told,
    };
    if floor.is_some_and(|floor| floor > MAX_WAIT) {
        return None;
    }
    let wakes = Instant::now() + wait_before_retry(attempts, floor, fraction());
    (wakes < deadline).then_some(wakes)
}
