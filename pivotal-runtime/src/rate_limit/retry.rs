//! The response headers for retries.

use std::time::Duration;

use http::header::{HeaderMap, HeaderName, RETRY_AFTER};

use super::reset::now;
use super::values::text;

const RETRY_AFTER_MS: HeaderName = HeaderName::from_static("retry-after-ms");
const SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");

/// Returns the wait that the server requests: `Retry-After` (RFC 9110, section 10.2.3), in seconds or as a date, and
/// `retry-after-ms`, in milliseconds. Of several, the longest counts. A wait of 0 and a date in the past are `None`, as are
/// malformed values.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let waits = headers.get_all(RETRY_AFTER).iter().filter_map(|value| seconds_or_date(text(value), headers));
    let in_millis = headers.get_all(RETRY_AFTER_MS).iter();
    let waits = waits.chain(in_millis.filter_map(|value| seconds(text(value).parse::<f64>().ok()? / 1_000.0)));
    waits.filter(|wait| !wait.is_zero()).max()
}

fn seconds_or_date(text: &str, headers: &HeaderMap) -> Option<Duration> {
    match text.parse() {
        Ok(number) => seconds(number),
        Err(_) => httpdate::parse_http_date(text).ok()?.duration_since(now(headers)).ok(),
    }
}

/// A wait of so many seconds; one that is too long for a `Duration` is the longest.
fn seconds(number: f64) -> Option<Duration> {
    let is_wait = number.is_finite() && number > 0.0;
    is_wait.then(|| Duration::try_from_secs_f64(number).unwrap_or(Duration::MAX))
}

/// Returns whether the server requests a retry (`x-should-retry: true`) or forbids it (`false`). Of several values, `false`
/// counts.
pub(crate) fn x_should_retry(headers: &HeaderMap) -> Option<bool> {
    let values = headers.get_all(SHOULD_RETRY).iter();
    let parse = |value| match text(value) {
        value if value.eq_ignore_ascii_case("true") => Some(true),
        value if value.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    };
    values.filter_map(parse).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rate_limit::tests::headers;

    #[test]
    fn retry_after_is_read_from_seconds_and_dates() {
        let cases: [(&[&str], Option<f64>); 18] = [
            (&["2"], Some(2.0)),
            (&["1.5"], Some(1.5)),
            (&[" 2 "], Some(2.0)),
            (&["+2"], Some(2.0)),
            (&["1e3"], Some(1000.0)),
            (&["0"], None),
            (&["-1"], None),
            (&["inf"], None),
            (&["nan"], None),
            (&[""], None),
            (&["soon"], None),
            (&["2", "7", "3"], Some(7.0)),
            (&["Wed, 03 Jun 2026 09:00:09 GMT"], Some(9.0)),
            (&["Wed, 03 Jun 2026 09:00:00 GMT"], None),
            (&["Wed, 03 Jun 2026 08:59:59 GMT"], None),
            (&["Mon, 03 Jun 2026 09:00:09 GMT"], None),
            (&["Wed, 03 Jun 100000 09:00:09 GMT"], None),
            (&["Wednesday"], None),
        ];
        for (values, seconds) in cases {
            let pairs: Vec<_> = values.iter().map(|value| ("retry-after", *value)).collect();
            assert_eq!(retry_after(&headers(&pairs)).map(|wait| wait.as_secs_f64()), seconds, "{values:?}");
        }
        let huge = "9".repeat(35);
        assert_eq!(retry_after(&headers(&[("retry-after", &huge)])), Some(Duration::MAX));
    }

    /// Names and values of headers.
    type Pairs<'a> = &'a [(&'a str, &'a str)];

    #[test]
    fn retry_after_ms_is_in_milliseconds() {
        let cases: [(Pairs<'_>, Option<Duration>); 12] = [
            (&[("retry-after-ms", "250")], Some(Duration::from_millis(250))),
            (&[("retry-after-ms", " 2500 ")], Some(Duration::from_millis(2_500))),
            (&[("retry-after-ms", "0.5")], Some(Duration::from_micros(500))),
            (&[("retry-after-ms", "0")], None),
            (&[("retry-after-ms", "-1")], None),
            (&[("retry-after-ms", "1e-12")], None),
            (&[("retry-after-ms", "inf")], None),
            (&[("retry-after-ms", "nan")], None),
            (&[("retry-after-ms", "Wed, 03 Jun 2026 09:00:09 GMT")], None),
            (&[("retry-after-ms", "250"), ("retry-after", "1")], Some(Duration::from_secs(1))),
            (&[("retry-after-ms", "2500"), ("retry-after", "1")], Some(Duration::from_millis(2_500))),
            (&[("retry-after-ms", "soon"), ("retry-after", "1")], Some(Duration::from_secs(1))),
        ];
        for (pairs, expected) in cases {
            assert_eq!(retry_after(&headers(pairs)), expected, "{pairs:?}");
        }
        assert_eq!(retry_after(&headers(&[("retry-after-ms", "1e300")])), Some(Duration::MAX));
    }

    #[test]
    fn x_should_retry_is_true_or_false() {
        let cases: [(&[&str], Option<bool>); 10] = [
            (&[], None),
            (&["true"], Some(true)),
            (&["false"], Some(false)),
            (&["True"], Some(true)),
            (&[" FALSE "], Some(false)),
            (&["yes"], None),
            (&["1"], None),
            (&[""], None),
            (&["true", "false"], Some(false)),
            (&["no", "true"], Some(true)),
        ];
        for (values, expected) in cases {
            let pairs: Vec<_> = values.iter().map(|value| ("x-should-retry", *value)).collect();
            assert_eq!(x_should_retry(&headers(&pairs)), expected, "{values:?}");
        }
    }
}
