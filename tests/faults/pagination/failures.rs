//! Rows 115, 116 and 119: pages that fail.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use pivotal_runtime::ErrorKind;
use proptest::prelude::*;
use tokio::time::Instant;

use super::{Answering, Numbers, asked, client, drain, json, list};
use crate::redirects_secrets::response;

const THIRD: &str = "at &+/%2B 4";

#[tokio::test(start_paused = true)]
async fn row_115_a_page_that_fails_for_good_ends_the_walk_where_it_can_go_on() {
    for (status, attempts) in [(503, 3), (403, 1)] {
        let fails = AtomicU32::new(attempts);
        let http = Answering::that(move |request| {
            let third = asked(request).as_deref() == Some(THIRD);
            if third && fails.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
                return json(status, "");
            }
            list(7, 2, request)
        });
        let api = client(&http).build().unwrap();
        let mut walk = api.numbers(2, None, None);
        let (items, error) = drain(&mut walk).await;
        let error = error.unwrap();
        assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (status, attempts));
        assert_eq!(items, [0, 1, 2, 3]);
        assert_eq!(http.asked().len(), 2 + usize::try_from(attempts).unwrap());

        assert_eq!(walk.cursor(), Some(THIRD));
        let (rest, error) = drain(&mut api.numbers(2, None, walk.cursor())).await;
        assert_eq!((rest, error.is_none()), (vec![4, 5, 6], true));
    }
}

#[tokio::test(start_paused = true)]
async fn row_116_a_page_that_is_refused_for_now_is_waited_for() {
    let refused = AtomicU32::new(0);
    let http = Answering::that(move |request| {
        let third = asked(request).as_deref() == Some(THIRD);
        if third && refused.fetch_add(1, Ordering::Relaxed) == 0 {
            return response(429, &[("retry-after", "2")], "");
        }
        list(7, 2, request)
    });
    let api = client(&http).build().unwrap();
    let started = Instant::now();
    let (items, error) = drain(&mut api.numbers(2, None, None)).await;
    assert_eq!((items, error.is_none()), (vec![0, 1, 2, 3, 4, 5, 6], true));
    assert!(started.elapsed() >= Duration::from_secs(2), "{:?}", started.elapsed());
    assert_eq!(http.asked().len(), 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whichever requests are refused or fail for now: every item comes once, in its order.
    #[test]
    fn row_116_no_item_is_lost_or_doubled(
        total in 0_u32..30,
        size in 1_u32..7,
        prefetch in any::<bool>(),
        refusals in proptest::collection::vec(proptest::sample::select(vec![200, 200, 429, 503]), 0..40),
    ) {
        // Two refusals in a row at most, so that three attempts are enough.
        let mut refusals: Vec<u16> = refusals;
        for at in 2..refusals.len() {
            if refusals[at - 2..=at].iter().all(|status| *status != 200) {
                refusals[at] = 200;
            }
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let number = AtomicU32::new(0);
        let http = Answering::that(move |request| {
            match refusals.get(number.fetch_add(1, Ordering::Relaxed) as usize) {
                Some(429) => response(429, &[("retry-after", "1")], ""),
                Some(503) => json(503, ""),
                _ => list(total, size, request),
            }
        });
        let api = client(&http).build().unwrap();
        let (items, error) = runtime.block_on(async {
            drain(&mut api.numbers(size, None, None).prefetch(prefetch)).await
        });
        prop_assert!(error.is_none(), "{:?}", error);
        prop_assert_eq!(items, (0..total).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn row_119_a_cursor_that_expired_is_the_callers_to_know() {
    for status in [400, 410] {
        let http = Answering::that(move |request| match asked(request) {
            None => list(7, 2, request),
            Some(_) => {
                json(status, r#"{"error":{"type":"invalid_request_error","code":"invalid_cursor","message":"x"}}"#)
            }
        });
        let api = client(&http).build().unwrap();
        let (items, error) = drain(&mut api.numbers(2, None, None)).await;
        let error = error.unwrap();
        assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("invalid_cursor")));
        assert_eq!(items, [0, 1]);
        assert_eq!(http.asked().len(), 2, "neither again nor from the start");
    }
}
