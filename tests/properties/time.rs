//! Timeouts on a paused clock, with any behavior of the server.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Delivery, Error, ErrorKind, Timeout, Transport, endpoint};
use proptest::prelude::*;
use tokio::time::Instant;

use crate::support::fake::reply::{Reply, connection_lost, connection_refused, status};
use crate::support::fake::{Fake, run_paused};

trait Api: Transport {
    #[endpoint(GET, "/", response = String)]
    async fn get(&self) -> Result<String, Error>;

    #[endpoint(POST, "/", response = String, body = number)]
    async fn post(&self, number: u8) -> Result<String, Error>;

    #[endpoint(PATCH, "/", response = String, body = number)]
    async fn patch(&self, number: u8) -> Result<String, Error>;
}
impl<T: Transport> Api for T {}

fn millis(up_to: u64) -> impl Strategy<Value = Duration> {
    prop_oneof![0..=up_to / 50, 0..=up_to].prop_map(Duration::from_millis)
}

/// Replies of each kind, with any delays.
fn replies() -> impl Strategy<Value = Reply> {
    let code = prop_oneof![
        Just(200_u16),
        prop::sample::select(vec![201, 302, 400, 404, 408, 409, 429, 429, 500, 502, 503, 504])
    ];
    let body = (proptest::collection::vec(millis(20_000), 0..4), any::<bool>());
    let response = (code, body).prop_map(|(code, (delays, is_incomplete))| {
        let response = delays.into_iter().fold(status(code), |reply, delay| reply.then_byte(delay, b'7'));
        if is_incomplete { response.incomplete() } else { response }
    });
    let reply = prop_oneof![
        1 => Just(connection_refused()),
        1 => Just(connection_lost()),
        5 => response,
    ];
    let retry_after = proptest::option::of(prop_oneof![
        (0_u32..100).prop_map(|seconds| seconds.to_string()),
        (0.0_f64..10.0).prop_map(|seconds| seconds.to_string()),
        Just("1e300".to_owned()),
        Just("Fri, 31 Dec 9999 23:59:59 GMT".to_owned()),
    ]);
    let limit = proptest::option::of((0_u64..4, prop_oneof![0_u64..200, Just(u64::MAX), Just(253_402_300_800)]));
    (millis(40_000), reply, retry_after, limit).prop_map(|(delay, reply, retry_after, limit)| {
        let reply = retry_after.iter().fold(reply.after(delay), |reply, wait| reply.header("retry-after", wait));
        limit.iter().fold(reply, |reply, (remaining, reset)| {
            let reply = reply.header("x-ratelimit-limit", "60").header("x-ratelimit-remaining", &remaining.to_string());
            reply.header("x-ratelimit-reset", &reset.to_string())
        })
    })
}

/// Returns a fake with these replies in order, which responds at once afterwards.
fn fake(replies: Vec<Reply>) -> Fake {
    Fake::new(move |sent| replies.get(sent.number).cloned().unwrap_or_else(|| status(200)))
}

/// Timers have a resolution of a millisecond.
const TICK: Duration = Duration::from_millis(1);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_call_exceeds_its_timeout(
        replies in proptest::collection::vec(replies(), 0..12),
        total in millis(90_000),
        attempt in millis(40_000),
        read in millis(20_000),
        max_attempts in prop_oneof![0_u32..6, Just(u32::MAX)],
        methods in proptest::collection::vec(0..3, 1..4),
    ) {
        let done = replies.len();
        let client = fake(replies).builder().timeout(total).attempt_timeout(attempt).read_timeout(read);
        let client = client.max_attempts(max_attempts).build().unwrap();
        run_paused(async {
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
        replies in proptest::collection::vec(replies(), 0..4),
    ) {
        let client = fake(replies).client();
        let options = CallOptions::new().timeout(total).attempt_timeout(attempt).read_timeout(read);
        run_paused(async {
            let started = Instant::now();
            let result = client.with(options).get().await;
            prop_assert!(started.elapsed() <= total.saturating_add(TICK), "{:?}", result);
            Ok(())
        })?;
    }
}
