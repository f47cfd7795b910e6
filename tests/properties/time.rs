//! Timeouts on a paused clock, with any behavior of the server.

use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;
use pivotal_runtime::{Body, CallOptions, Delivery, Error, ErrorKind, HttpClient, Timeout, Transport, endpoint, http};
use proptest::prelude::*;
use tokio::time::{Instant, Sleep, sleep};

trait Api: Transport {
    #[endpoint(GET, "/", response = String)]
    async fn get(&self) -> Result<String, Error>;

    #[endpoint(POST, "/", response = String, body = number)]
    async fn post(&self, number: u8) -> Result<String, Error>;

    #[endpoint(PATCH, "/", response = String, body = number)]
    async fn patch(&self, number: u8) -> Result<String, Error>;
}
impl<T: Transport> Api for T {}

/// The behavior of the server for one request.
#[derive(Debug, Clone)]
struct Behavior {
    head_after: Duration,
    outcome: Outcome,
    retry_after: Option<String>,
    limit: Option<(u64, u64)>,
}

#[derive(Debug, Clone)]
enum Outcome {
    ConnectionRefused,
    ConnectionLost,
    Responds { status: u16, pieces: Vec<Duration>, breaks: bool },
}

fn millis(up_to: u64) -> impl Strategy<Value = Duration> {
    prop_oneof![0..=up_to / 50, 0..=up_to].prop_map(Duration::from_millis)
}

fn acts() -> impl Strategy<Value = Behavior> {
    let status = prop_oneof![
        Just(200_u16),
        prop::sample::select(vec![201, 302, 400, 404, 408, 409, 429, 429, 500, 502, 503, 504])
    ];
    let outcome = prop_oneof![
        1 => Just(Outcome::ConnectionRefused),
        1 => Just(Outcome::ConnectionLost),
        5 => (status, proptest::collection::vec(millis(20_000), 0..4), any::<bool>())
            .prop_map(|(status, pieces, breaks)| Outcome::Responds { status, pieces, breaks }),
    ];
    let retry_after = proptest::option::of(prop_oneof![
        (0_u32..100).prop_map(|seconds| seconds.to_string()),
        (0.0_f64..10.0).prop_map(|seconds| seconds.to_string()),
        Just("1e300".to_owned()),
        Just("Fri, 31 Dec 9999 23:59:59 GMT".to_owned()),
    ]);
    let limit = proptest::option::of((0_u64..4, prop_oneof![0_u64..200, Just(u64::MAX), Just(253_402_300_800)]));
    (millis(40_000), outcome, retry_after, limit).prop_map(|(head_after, outcome, retry_after, limit)| Behavior {
        head_after,
        outcome,
        retry_after,
        limit,
    })
}

/// An HTTP client with these behaviors in order, which responds at once afterwards.
struct Scripted(Mutex<Vec<Behavior>>);

impl HttpClient for Scripted {
    async fn execute(&self, _: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let behavior = self.0.lock().unwrap().pop();
        let Some(behavior) = behavior else { return Ok(http::Response::new("at once".into())) };
        sleep(behavior.head_after).await;
        let (status, pieces, breaks) = match behavior.outcome {
            Outcome::ConnectionRefused => return Err(Error::connect("refused")),
            Outcome::ConnectionLost => return Err(Error::transport("connection lost")),
            Outcome::Responds { status, pieces, breaks } => (status, pieces, breaks),
        };
        let mut response = http::Response::builder().status(status);
        if let Some(wait) = behavior.retry_after {
            response = response.header("retry-after", wait);
        }
        if let Some((remaining, reset)) = behavior.limit {
            response = response.header("x-ratelimit-limit", 60).header("x-ratelimit-remaining", remaining);
            response = response.header("x-ratelimit-reset", reset);
        }
        let body = Pieces { left: pieces, breaks, wait: None };
        Ok(response.body(Body::from_stream(body, None)).unwrap())
    }
}

/// A body with a delay before each piece.
struct Pieces {
    left: Vec<Duration>,
    breaks: bool,
    wait: Option<Pin<Box<Sleep>>>,
}

impl Stream for Pieces {
    type Item = Result<bytes::Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.wait.is_none() {
            let Some(wait) = self.left.pop() else {
                let breaks = std::mem::take(&mut self.breaks);
                return Poll::Ready(breaks.then(|| Err(Error::transport("connection lost"))));
            };
            self.wait = Some(Box::pin(sleep(wait)));
        }
        match self.wait.as_mut().unwrap().as_mut().poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                self.wait = None;
                Poll::Ready(Some(Ok("piece".into())))
            }
        }
    }
}

/// Timers have a resolution of a millisecond.
const TICK: Duration = Duration::from_millis(1);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_call_exceeds_its_timeout(
        acts in proptest::collection::vec(acts(), 0..12),
        total in millis(90_000),
        attempt in millis(40_000),
        read in millis(20_000),
        max_attempts in prop_oneof![0_u32..6, Just(u32::MAX)],
        methods in proptest::collection::vec(0..3, 1..4),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let done = acts.len();
        let client = pivotal_api::builder("pivotal_test_K8s9vQ2mXw7b").unwrap().base_url("https://api.example");
        let client = client.timeout(total).attempt_timeout(attempt).read_timeout(read).max_attempts(max_attempts);
        let client = client.http_client(Scripted(Mutex::new(acts))).build().unwrap();
        runtime.block_on(async {
            for method in methods {
                let started = Instant::now();
                let result = match method {
                    0 => client.get().await,
                    1 => client.post(7).await,
                    _ => client.patch(7).await,
                };
                let took = started.elapsed();
                prop_assert!(took <= total + TICK, "{:?} of {:?}: {:?}", took, total, result);
                let Err(error) = result else { continue };
                prop_assert!(error.attempts() <= max_attempts.max(1), "{:?}", error);
                prop_assert!(error.attempts() as usize <= done + 1);
                prop_assert!(error.delivery().is_some(), "{:?}", error);
                match error.elapsed_timeout() {
                    Some(Timeout::Total) => prop_assert!(took >= total, "{:?} of {:?}", took, total),
                    Some(Timeout::Attempt) => prop_assert!(took >= attempt),
                    Some(Timeout::Read) => prop_assert!(took >= read),
                    _ => prop_assert_ne!(error.kind(), ErrorKind::Timeout),
                }
                if error.attempts() == 0 {
                    prop_assert_eq!(error.delivery(), Some(Delivery::NotSent));
                }
            }
            Ok(())
        })?;
    }

    /// Timeouts beyond the range of the clock neither end a call nor panic.
    #[test]
    fn timeouts_of_any_size_are_accepted(
        total in prop::sample::select(vec![Duration::ZERO, Duration::from_secs(60), Duration::from_secs(u64::MAX), Duration::MAX]),
        attempt in prop::sample::select(vec![Duration::ZERO, Duration::from_secs(30), Duration::MAX]),
        read in prop::sample::select(vec![Duration::ZERO, Duration::from_secs(15), Duration::MAX]),
        acts in proptest::collection::vec(acts(), 0..4),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let client = pivotal_api::builder("pivotal_test_K8s9vQ2mXw7b").unwrap().base_url("https://api.example");
        let client = client.http_client(Scripted(Mutex::new(acts))).build().unwrap();
        let options = CallOptions::new().timeout(total).attempt_timeout(attempt).read_timeout(read);
        runtime.block_on(async {
            let started = Instant::now();
            let result = client.with(options).get().await;
            prop_assert!(started.elapsed() <= total.saturating_add(TICK), "{:?}", result);
            Ok(())
        })?;
    }
}
