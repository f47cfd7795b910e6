//! The dialects of the rate-limit headers.

use std::time::Duration;

use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, ok};
use crate::support::fake::servers::{EPOCH, date};
use crate::support::seconds;
use crate::thing_api::Api;

/// The units that remain, and the time of the reset in seconds from now.
#[derive(Clone, Copy)]
struct Limit {
    remaining: u64,
    after: u64,
    now: u64,
}

impl Limit {
    fn reset(self) -> u64 {
        self.now + self.after
    }
}

type Headers = Vec<(&'static str, String)>;

/// Writes a limit as headers.
type Dialect = fn(Limit) -> Headers;

fn numbers(limit: Limit, reset: String) -> Headers {
    vec![
        ("x-ratelimit-limit", "60".to_owned()),
        ("x-ratelimit-remaining", limit.remaining.to_string()),
        ("x-ratelimit-reset", reset),
    ]
}

fn timestamp(limit: Limit, format: &str) -> String {
    jiff::Timestamp::from_second(i64::try_from(limit.reset()).unwrap()).unwrap().strftime(format).to_string()
}

/// The name of each dialect and its headers.
const DIALECTS: [(&str, Dialect); 13] = [
    ("seconds from now", |limit| numbers(limit, limit.after.to_string())),
    ("decimal seconds from now", |limit| numbers(limit, format!("{}.0", limit.after))),
    ("Unix seconds", |limit| numbers(limit, limit.reset().to_string())),
    ("Unix milliseconds", |limit| numbers(limit, format!("{}000", limit.reset()))),
    ("duration", |limit| numbers(limit, format!("0m{}s", limit.after))),
    ("duration in milliseconds", |limit| numbers(limit, format!("{}000ms", limit.after))),
    ("HTTP date", |limit| numbers(limit, timestamp(limit, "%a, %d %b %Y %H:%M:%S GMT"))),
    ("RFC 3339", |limit| numbers(limit, timestamp(limit, "%Y-%m-%dT%H:%M:%SZ"))),
    ("draft -06", |limit| {
        vec![
            ("ratelimit-limit", "60, 60;w=60".to_owned()),
            ("ratelimit-remaining", limit.remaining.to_string()),
            ("ratelimit-reset", limit.after.to_string()),
        ]
    }),
    ("draft -07", |limit| {
        vec![("ratelimit", format!("limit=60, remaining={}, reset={}", limit.remaining, limit.after))]
    }),
    ("draft -08", |limit| {
        vec![
            ("ratelimit-policy", "\"burst\";q=10;w=1, \"minute\";q=60;w=60".to_owned()),
            ("ratelimit", format!("\"burst\";r=9;t=1, \"minute\";r={};t={}", limit.remaining, limit.after)),
        ]
    }),
    ("requests and tokens", |limit| {
        vec![
            ("x-ratelimit-limit-requests", "60".to_owned()),
            ("x-ratelimit-limit-tokens", "40000".to_owned()),
            ("x-ratelimit-remaining-requests", "59".to_owned()),
            ("x-ratelimit-remaining-tokens", (limit.remaining * 100).to_string()),
            ("x-ratelimit-reset-requests", "1s".to_owned()),
            ("x-ratelimit-reset-tokens", format!("{}s", limit.after)),
        ]
    }),
    ("two values of each header", |limit| {
        let mut headers = numbers(limit, limit.after.to_string());
        headers.extend(numbers(Limit { remaining: 59, ..limit }, "1".to_owned()));
        headers
    }),
];

fn with_headers(reply: Reply, at: Duration, headers: Headers) -> Reply {
    headers.into_iter().fold(reply.header("date", &date(at)), |reply, (name, value)| reply.header(name, &value))
}

/// A server that reports an exhausted limit in its first 30 seconds.
fn exhausted(dialect: Dialect) -> Fake {
    Fake::new(move |sent| {
        let at = sent.at.as_secs();
        let (remaining, after) = if at < 30 { (0, 30 - at) } else { (50, 60) };
        with_headers(ok(), sent.at, dialect(Limit { remaining, after, now: EPOCH + at }))
    })
}

#[tokio::test(start_paused = true)]
async fn next_call_waits_for_the_reset_in_each_dialect() {
    for (name, dialect) in DIALECTS {
        let fake = exhausted(dialect);
        let client = fake.client();
        let first = client.get().await.unwrap().rate_limit().unwrap();
        assert_eq!(first.remaining, 0, "{name}");
        for _ in 0..3 {
            assert_eq!(client.get().await.unwrap().attempts(), 1, "{name}");
        }
        assert_eq!(fake.instants(), [seconds(0), seconds(30), seconds(30), seconds(30)], "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn calls_are_sent_while_units_remain_in_each_dialect() {
    for (name, dialect) in DIALECTS {
        let fake = Fake::new(move |sent| {
            let limit = Limit { remaining: 50, after: 30, now: EPOCH + sent.at.as_secs() };
            with_headers(ok(), sent.at, dialect(limit))
        });
        let client = fake.client();
        client.get().await.unwrap();
        let calls: Vec<_> =
            (0..8).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.get().await })).collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
        assert_eq!((fake.count(), fake.elapsed()), (9, Duration::ZERO), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn exhausted_limit_without_a_reset_is_not_waited_for() {
    let headers: [fn() -> Headers; 3] = [
        || vec![("x-ratelimit-remaining", "0".to_owned())],
        || vec![("x-ratelimit-remaining", "0".to_owned()), ("x-ratelimit-reset", "soon".to_owned())],
        || vec![("ratelimit", "\"default\";r=0".to_owned())],
    ];
    for headers in headers {
        let fake = Fake::new(move |sent| with_headers(ok(), sent.at, headers()));
        let client = fake.client();
        for _ in 0..3 {
            client.get().await.unwrap();
        }
        assert_eq!(fake.instants(), [Duration::ZERO; 3], "{:?}", headers());
    }
}
