//! Pages that fail.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use pivotal_runtime::ErrorKind;
use proptest::prelude::*;
use tokio::time::Instant;

use super::{Numbers, cursor, drain, list};
use crate::support::fake::Fake;
use crate::support::fake::reply::status;

const THIRD: &str = "at &+/%2B 4";

#[tokio::test(start_paused = true)]
async fn failed_page_leaves_a_cursor_to_resume_at() {
    for (code, attempts) in [(503, 3), (403, 1)] {
        let fails = AtomicU32::new(attempts);
        let fake = Fake::new(move |sent| {
            let third = cursor(sent).as_deref() == Some(THIRD);
            if third && fails.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
                return status(code).body("");
            }
            list(7, 2, sent)
        });
        let api = fake.client();
        let mut pages = api.numbers(2, None, None);
        let (items, error) = drain(&mut pages).await;
        let error = error.unwrap();
        assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (code, attempts));
        assert_eq!(items, [0, 1, 2, 3]);
        assert_eq!(fake.count(), 2 + usize::try_from(attempts).unwrap());

        assert_eq!(pages.cursor(), Some(THIRD));
        let (rest, error) = drain(&mut api.numbers(2, None, pages.cursor())).await;
        assert_eq!((rest, error.is_none()), (vec![4, 5, 6], true));
    }
}

#[tokio::test(start_paused = true)]
async fn rate_limited_page_is_retried_after_the_wait() {
    let refused = AtomicU32::new(0);
    let fake = Fake::new(move |sent| {
        let third = cursor(sent).as_deref() == Some(THIRD);
        if third && refused.fetch_add(1, Ordering::Relaxed) == 0 {
            return status(429).header("retry-after", "2").body("");
        }
        list(7, 2, sent)
    });
    let api = fake.client();
    let started = Instant::now();
    let (items, error) = drain(&mut api.numbers(2, None, None)).await;
    assert_eq!((items, error.is_none()), (vec![0, 1, 2, 3, 4, 5, 6], true));
    assert!(started.elapsed() >= Duration::from_secs(2), "{:?}", started.elapsed());
    assert_eq!(fake.count(), 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every item is returned once and in its order, whichever requests are retried.
    #[test]
    fn retried_pages_lose_and_repeat_no_item(
        total in 0_u32..30,
        size in 1_u32..7,
        prefetch in any::<bool>(),
        failures in proptest::collection::vec(proptest::sample::select(vec![200, 200, 429, 503]), 0..40),
    ) {
        // At most two failures in a row, so that three attempts are enough.
        let mut failures: Vec<u16> = failures;
        for at in 2..failures.len() {
            if failures[at - 2..=at].iter().all(|code| *code != 200) {
                failures[at] = 200;
            }
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let number = AtomicU32::new(0);
        let fake = Fake::new(move |sent| {
            match failures.get(number.fetch_add(1, Ordering::Relaxed) as usize) {
                Some(429) => status(429).header("retry-after", "1").body(""),
                Some(503) => status(503).body(""),
                _ => list(total, size, sent),
            }
        });
        let api = fake.client();
        let (items, error) = runtime.block_on(async {
            drain(&mut api.numbers(size, None, None).prefetch(prefetch)).await
        });
        prop_assert!(error.is_none(), "{:?}", error);
        prop_assert_eq!(items, (0..total).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn expired_cursor_is_an_error() {
    for code in [400, 410] {
        let fake = Fake::new(move |sent| match cursor(sent) {
            None => list(7, 2, sent),
            Some(_) => {
                status(code).body(r#"{"error":{"type":"invalid_request_error","code":"invalid_cursor","message":"x"}}"#)
            }
        });
        let api = fake.client();
        let (items, error) = drain(&mut api.numbers(2, None, None)).await;
        let error = error.unwrap();
        assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("invalid_cursor")));
        assert_eq!(items, [0, 1]);
        assert_eq!(fake.count(), 2, "the page is not requested again");
    }
}
