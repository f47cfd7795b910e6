//! Headers of responses, and the limits that they contain.

use super::*;
use crate::rate_limit::tests::{headers, rate_limit};

/// The headers of each response and the limit that they contain.
type Cases<'a> = &'a [(&'a [(&'a str, &'a str)], Option<RateLimit>)];

fn check(names: RateLimitHeaders, cases: Cases<'_>) {
    for (pairs, expected) in cases {
        assert_eq!(names.read(&headers(pairs)), *expected, "{pairs:?}");
    }
}

#[test]
fn standard_headers_are_read() {
    let all = Some(rate_limit(Some(100), 50, Some(30)));
    check(
        RateLimitHeaders::new(),
        &[
            (&[], None),
            (&[("x-ratelimit-limit", "100"), ("x-ratelimit-remaining", "50"), ("x-ratelimit-reset", "30")], all),
            (
                &[
                    ("X-RateLimit-Reset", "2026-06-03T09:00:30Z"),
                    ("X-RateLimit-Remaining", " 50.0 "),
                    ("X-RateLimit-Limit", "100"),
                ],
                all,
            ),
            (&[("ratelimit-limit", "100"), ("ratelimit-remaining", "50"), ("ratelimit-reset", "30")], all),
            // Draft -03: the limit, then the policies.
            (
                &[
                    ("ratelimit-limit", "100, 100;w=60, 1000;w=3600"),
                    ("ratelimit-remaining", "50"),
                    ("ratelimit-reset", "30"),
                ],
                all,
            ),
            (&[("x-ratelimit-remaining", "50")], Some(rate_limit(None, 50, None))),
            (
                &[("x-ratelimit-limit", "many"), ("x-ratelimit-remaining", "50"), ("x-ratelimit-reset", "soon")],
                Some(rate_limit(None, 50, None)),
            ),
            (&[("x-ratelimit-limit", "100"), ("x-ratelimit-reset", "30")], None),
            (&[("x-ratelimit-limit", "100"), ("x-ratelimit-remaining", "-1"), ("x-ratelimit-reset", "30")], None),
            (&[("x-ratelimit-remaining", "")], None),
            (&[("x-ratelimit-remaining", "32/40")], None),
            (&[("x-ratelimit-remaining", "\u{e9}")], None),
            // Both prefixes, of different limits.
            (
                &[("x-ratelimit-remaining", "7"), ("ratelimit-remaining", "3"), ("ratelimit-reset", "30")],
                Some(rate_limit(None, 3, Some(30))),
            ),
        ],
    );
}

#[test]
fn headers_with_the_same_suffix_belong_together() {
    let requests = |remaining| {
        [
            ("x-ratelimit-limit-requests", "60"),
            ("x-ratelimit-remaining-requests", remaining),
            ("x-ratelimit-reset-requests", "1s"),
        ]
    };
    let tokens = |remaining| {
        [
            ("x-ratelimit-limit-tokens", "150000"),
            ("x-ratelimit-remaining-tokens", remaining),
            ("x-ratelimit-reset-tokens", "6m0s"),
        ]
    };
    let both = |first, second| [requests(first), tokens(second)].concat();
    let exhausted = Some(rate_limit(Some(150_000), 0, Some(360)));
    check(
        RateLimitHeaders::new(),
        &[
            (&both("59", "5000"), Some(rate_limit(Some(60), 59, Some(1)))),
            (&both("59", "12"), Some(rate_limit(Some(150_000), 12, Some(360)))),
            (&both("59", "0"), exhausted),
            (&both("0", "0"), exhausted),
            (&both("0", "5000"), Some(rate_limit(Some(60), 0, Some(1)))),
            (&both("0", "soon"), Some(rate_limit(Some(60), 0, Some(1)))),
            (
                &[("x-ratelimit-remaining-requests", "5"), ("x-ratelimit-reset-tokens", "1s")],
                Some(rate_limit(None, 5, None)),
            ),
            (&[("x-ratelimit-remaining-requests", "5"), ("x-ratelimit-limit", "60")], Some(rate_limit(None, 5, None))),
            (&[("ratelimit-remaining-day", "5"), ("ratelimit-limit-day", "60")], Some(rate_limit(Some(60), 5, None))),
        ],
    );
}

#[test]
fn members_at_the_same_position_belong_together() {
    let expected = Some(rate_limit(Some(1_000), 5, Some(3_600)));
    check(
        RateLimitHeaders::new(),
        &[
            (
                &[
                    ("x-ratelimit-limit", "100, 1000"),
                    ("x-ratelimit-remaining", "50, 5"),
                    ("x-ratelimit-reset", "60, 3600"),
                ],
                expected,
            ),
            (
                &[
                    ("x-ratelimit-limit", "100"),
                    ("x-ratelimit-limit", "1000"),
                    ("x-ratelimit-remaining", "50"),
                    ("x-ratelimit-remaining", "5"),
                    ("x-ratelimit-reset", "Wed, 03 Jun 2026 09:01:00 GMT"),
                    ("x-ratelimit-reset", "Wed, 03 Jun 2026 10:00:00 GMT"),
                ],
                expected,
            ),
            (
                &[
                    ("x-ratelimit-remaining", "soon, 5"),
                    ("x-ratelimit-limit", "x, 1000"),
                    ("x-ratelimit-reset", "x, 60"),
                ],
                None,
            ),
            (
                &[
                    ("x-ratelimit-remaining", "-1, 5"),
                    ("x-ratelimit-limit", "-1, 1000"),
                    ("x-ratelimit-reset", "-1, 3600"),
                ],
                expected,
            ),
            (&[("x-ratelimit-remaining", "50, 5"), ("x-ratelimit-reset", "60")], Some(rate_limit(None, 5, None))),
        ],
    );
}

#[test]
fn long_values_and_further_lines_are_ignored() {
    let long = format!("1{}", ", 2".repeat(400));
    let many: Vec<_> = (0..16).map(|_| ("x-ratelimit-remaining", "5")).chain([("ratelimit-remaining", "1")]).collect();
    check(
        RateLimitHeaders::new(),
        &[
            (&[("x-ratelimit-remaining", &long)], None),
            (&[("ratelimit", &format!("\"a\";r=5, {long}"))], None),
            (&many, Some(rate_limit(None, 5, None))),
        ],
    );
}

#[test]
fn usage_is_subtracted_from_the_limit() {
    check(
        RateLimitHeaders::new().usage("x-shop-call-limit").limit("x-shop-limit").reset("x-shop-reset"),
        &[
            (&[("x-shop-call-limit", "32/40")], Some(rate_limit(Some(40), 8, None))),
            (&[("x-shop-call-limit", " 32 / 40 ")], Some(rate_limit(Some(40), 8, None))),
            (&[("x-shop-call-limit", "32/40"), ("x-shop-reset", "30")], Some(rate_limit(Some(40), 8, Some(30)))),
            (&[("x-shop-call-limit", "41/40")], Some(rate_limit(Some(40), 0, None))),
            (&[("x-shop-call-limit", "32/40, 39/40")], Some(rate_limit(Some(40), 1, None))),
            (&[("x-shop-call-limit", "32"), ("x-shop-limit", "40")], Some(rate_limit(Some(40), 8, None))),
            (&[("x-shop-call-limit", "32, 395"), ("x-shop-limit", "40, 400")], Some(rate_limit(Some(400), 5, None))),
            (&[("x-shop-call-limit", "32")], None),
            (&[("x-shop-call-limit", "/")], None),
            (&[("x-shop-call-limit", "32/")], None),
            (&[("x-shop-call-limit", "/40")], None),
            (&[("x-shop-call-limit", "-1/40")], None),
            (&[("x-shop-call-limit", "1/2/3")], None),
        ],
    );
}

#[test]
fn named_headers_replace_the_standard_ones() {
    let names = RateLimitHeaders::new().limit("Shop-*-Limit").remaining("Shop-*-Remaining").reset("Shop-*-Reset");
    check(
        names,
        &[
            (&[("x-ratelimit-remaining", "1"), ("ratelimit", r#""a";r=1"#)], None),
            (
                &[
                    ("shop-requests-limit", "60"),
                    ("shop-requests-remaining", "59"),
                    ("shop-requests-reset", "2026-06-03T09:00:30Z"),
                    ("shop-tokens-limit", "1000"),
                    ("shop-tokens-remaining", "0"),
                    ("shop-tokens-reset", "2026-06-03T09:00:05Z"),
                ],
                Some(rate_limit(Some(1_000), 0, Some(5))),
            ),
        ],
    );
    assert_eq!(RateLimitHeaders::default(), RateLimitHeaders::new());
}
