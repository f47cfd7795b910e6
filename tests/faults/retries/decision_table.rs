//! The decision table of retries.

use std::time::Duration;

use pivotal_runtime::{Delivery, ErrorKind, RetryLimit};

use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, api_error, connection_lost, connection_refused, no_response, ok, status};
use crate::thing_api::{Api, Call, Column};

/// The number of times that a failing request is sent.
struct Row {
    failure: &'static str,
    reply: fn() -> Reply,
    idempotent: u32,
    keyed: u32,
    unsafe_: u32,
    phase: Delivery,
    kind: ErrorKind,
}

const fn row(failure: &'static str, reply: fn() -> Reply, attempts: [u32; 3], phase: Delivery, kind: ErrorKind) -> Row {
    let [idempotent, keyed, unsafe_] = attempts;
    Row { failure, reply, idempotent, keyed, unsafe_, phase, kind }
}

impl Row {
    fn attempts(&self, column: Column) -> u32 {
        match column {
            Column::Idempotent => self.idempotent,
            Column::Keyed => self.keyed,
            Column::Unsafe => self.unsafe_,
        }
    }
}

#[rustfmt::skip]
const FAILURES: [Row; 11] = [
    //   failure                       reply                                       idempotent, keyed, unsafe
    row("refused",                     connection_refused,                                             [3, 3, 3], Delivery::NotSent, ErrorKind::Connect),
    row("connection lost",             connection_lost,                                              [3, 3, 1], Delivery::Unknown, ErrorKind::Transport),
    row("no response",                 no_response,                                             [3, 3, 1], Delivery::Unknown, ErrorKind::Timeout),
    row("incomplete body",             || ok().incomplete(),                                       [3, 3, 1], Delivery::Unknown, ErrorKind::Transport),
    row("stalled body",                || ok().then_byte(Duration::from_secs(3600), b'7'),  [3, 3, 1], Delivery::Unknown, ErrorKind::Timeout),
    row("body too large",              || ok().body("7".repeat(65)),                        [1, 1, 1], Delivery::Responded, ErrorKind::TooLarge),
    row("body of another type",        || ok().body("{").header("content-type", "application/json"),
                                                                                            [1, 1, 1], Delivery::Responded, ErrorKind::Decode),
    row("redirect",                    || status(307).header("location", "https://b.invalid"),
                                                                                            [1, 1, 1], Delivery::Responded, ErrorKind::Redirect),
    row("incomplete body of a 400",    || status(400).incomplete(),                                [1, 1, 1], Delivery::Responded, ErrorKind::Api),
    row("incomplete body of a 503",    || status(503).incomplete(),                                [3, 3, 1], Delivery::Responded, ErrorKind::Api),
    row("incomplete body of a 429",    || status(429).incomplete(),                                [3, 3, 3], Delivery::Responded, ErrorKind::Api),
];

/// The attempts for each status that is retried.
const STATUSES: [(u16, [u32; 3]); 6] =
    [(429, [3, 3, 3]), (408, [3, 3, 1]), (500, [3, 3, 1]), (502, [3, 3, 1]), (503, [3, 3, 1]), (504, [3, 3, 1])];

async fn assert_row(row: &Row) {
    for (call, column) in Call::ALL {
        // Any bytes in UTF-8 decode as a `String`.
        if call == Call::Head && row.kind == ErrorKind::Decode {
            continue;
        }
        let reply = row.reply;
        let fake = Fake::new(move |_| reply());
        let client =
            call.builder(&fake).max_response_bytes(64).attempt_timeout(Duration::from_secs(16)).build().unwrap();
        let error = call.on(&client).await.unwrap_err();
        let context = format!("{call:?}, {}: {error:?}", row.failure);
        assert_eq!(fake.count(), row.attempts(column) as usize, "{context}");
        assert_eq!(error.attempts(), row.attempts(column), "{context}");
        assert_eq!(error.delivery(), Some(row.phase), "{context}");
        assert_eq!(error.retry_stopped_by(), (row.attempts(column) > 1).then_some(RetryLimit::Attempts), "{context}");
        assert_eq!(error.kind(), row.kind, "{context}");
        let has_key = matches!(call, Call::KeyedPost | Call::PublicPost | Call::Search | Call::UndeclaredPost);
        assert_eq!(error.idempotency_key().is_some(), has_key, "{context}");
    }
}

#[tokio::test(start_paused = true)]
async fn failures_are_retried_by_the_table() {
    for row in &FAILURES {
        assert_row(row).await;
    }
}

#[tokio::test(start_paused = true)]
async fn statuses_are_retried_by_the_table() {
    for code in 300..=599 {
        let attempts = STATUSES.iter().find(|(status, _)| *status == code).map_or([1; 3], |(_, attempts)| *attempts);
        for (call, column) in Call::ALL {
            let fake = Fake::new(move |_| api_error(code, "api_error", "odd"));
            let error = call.on(&call.builder(&fake).build().unwrap()).await.unwrap_err();
            let expected = attempts[column as usize];
            assert_eq!(fake.count(), expected as usize, "{call:?}: {error}");
            assert_eq!(error.attempts(), expected, "{call:?}: {error}");
            assert_eq!(error.status().unwrap(), code);
            assert_eq!(error.retry_stopped_by(), (expected > 1).then_some(RetryLimit::Attempts), "{call:?}: {error}");
            assert_eq!(
                (error.kind(), error.delivery()),
                (ErrorKind::Api, Some(Delivery::Responded)),
                "{call:?}: {error}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn successful_retry_is_a_success() {
    for failure in [connection_refused(), connection_lost(), no_response(), status(503), status(429), ok().incomplete()]
    {
        let fake = Fake::script([failure.clone(), failure, ok()]);
        let client = fake.builder().attempt_timeout(Duration::from_secs(16)).build().unwrap();
        assert_eq!(Call::Get.on(&client).await.unwrap(), 3);
        assert_eq!(fake.count(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn conflict_is_retried_only_after_an_earlier_attempt_with_the_same_key() {
    for (call, column) in Call::ALL {
        let conflict = || api_error(409, "conflict", "odd");
        let first = Fake::new(move |_| conflict());
        let error = call.on(&call.builder(&first).build().unwrap()).await.unwrap_err();
        assert_eq!((first.count(), error.attempts()), (1, 1), "{call:?}: the caller's own conflict");

        let later = Fake::new(move |sent| if sent.number == 0 { status(503) } else { conflict() });
        let error = call.on(&call.builder(&later).build().unwrap()).await.unwrap_err();
        let expected = match column {
            Column::Idempotent => 2,
            Column::Keyed => 3,
            Column::Unsafe => 1,
        };
        assert_eq!(
            (later.count(), error.attempts()),
            (expected, u32::try_from(expected).unwrap()),
            "{call:?}: {error}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn x_should_retry_overrides_the_table() {
    // The columns are idempotent, keyed and unsafe requests.
    let cases = [
        (429, "false", [1, 1, 1]),
        (503, "false", [1, 1, 1]),
        (400, "false", [1, 1, 1]),
        (429, "true", [3, 3, 3]),
        (503, "true", [3, 3, 1]),
        (400, "true", [3, 3, 1]),
        (403, "true", [3, 3, 1]),
        (409, "true", [3, 3, 1]),
        (400, "maybe", [1, 1, 1]),
        (503, "maybe", [3, 3, 1]),
    ];
    for (code, value, [idempotent, keyed, unsafe_]) in cases {
        for (call, column) in Call::ALL {
            let fake = Fake::new(move |_| status(code).header("x-should-retry", value));
            let error = call.on(&call.builder(&fake).build().unwrap()).await.unwrap_err();
            let expected = match column {
                Column::Idempotent => idempotent,
                Column::Keyed => keyed,
                Column::Unsafe => unsafe_,
            };
            assert_eq!((error.attempts(), fake.count()), (expected, expected as usize), "{call:?}, {code}, {value}");
        }
    }
    for (call, _) in Call::ALL {
        let fake = Fake::script([ok().header("x-should-retry", "true")]);
        assert_eq!(
            call.on(&call.builder(&fake).build().unwrap()).await.unwrap(),
            1,
            "a success is not retried: {call:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn limit_that_prevents_a_retry_is_reported() {
    let seconds = Duration::from_secs;
    let cases: [(Reply, RetryLimit); 4] = [
        (status(503).header("retry-after", "11"), RetryLimit::Deadline),
        (status(503).header("retry-after", "61"), RetryLimit::RetryAfter),
        (status(503).after(seconds(10)), RetryLimit::Deadline),
        (no_response(), RetryLimit::Deadline),
    ];
    for (reply, limit) in cases {
        let fake = Fake::new(move |_| reply.clone());
        let client = fake.builder().timeout(seconds(10)).build().unwrap();
        let error = client.put(1).await.unwrap_err();
        assert_eq!((error.attempts(), error.retry_stopped_by()), (1, Some(limit)), "{error}");
        assert_eq!(client.patch(1).await.unwrap_err().retry_stopped_by(), None, "a retry is not safe");
    }
}
