//! What the server says of its limits: `X-RateLimit-*` and `Retry-After`.

use std::time::{Duration, SystemTime};

use http::header::{DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};

/// What the server says of the key's rate limit, on every answer (Pivotal API, Rate limits).
///
/// It counts the whole key, on whichever machine it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RateLimit {
    /// `X-RateLimit-Limit`: requests that the key may make in the window.
    pub limit: u64,
    /// `X-RateLimit-Remaining`: how many of them are left.
    pub remaining: u64,
    /// `X-RateLimit-Reset`: when the window resets, to the second.
    pub reset: SystemTime,
}

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// From here on a reset is a point in time, below it a number of seconds from now, as other APIs have it.
const EPOCH_SECONDS: u64 = 1_000_000_000;

impl RateLimit {
    /// Reads the three headers; `None` unless all three are there and make sense.
    ///
    /// A reset is in Unix seconds. One below 1,000,000,000 is a number of seconds from now, as other APIs have it, where
    /// now is the `Date` of the answer if it has one.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Option<Self> {
        let number = |name| std::str::from_utf8(headers.get(name)?.as_bytes().trim_ascii()).ok()?.parse().ok();
        let reset = number(RESET)?;
        let from = if reset < EPOCH_SECONDS { now(headers) } else { SystemTime::UNIX_EPOCH };
        Some(Self {
            limit: number(LIMIT)?,
            remaining: number(REMAINING)?,
            reset: from.checked_add(Duration::from_secs(reset))?,
        })
    }
}

/// The time of the server where it tells it (`Date`), so that a wrong clock on this side does no harm.
fn now(headers: &HeaderMap) -> SystemTime {
    headers.get(DATE).and_then(parse_date).unwrap_or_else(SystemTime::now)
}

pub(crate) fn parse_date(date: &HeaderValue) -> Option<SystemTime> {
    httpdate::parse_http_date(date.to_str().ok()?).ok()
}

/// How long `Retry-After` (RFC 9110, section 10.2.3) asks to wait, be it in seconds or as a date; of several, the
/// longest. What is no wait, such as 0 or a date in the past, is `None`.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let values = headers.get_all(RETRY_AFTER).iter();
    values.filter_map(|value| wait(value.to_str().ok()?.trim(), headers)).max()
}

fn wait(text: &str, headers: &HeaderMap) -> Option<Duration> {
    let wait = match text.parse::<f64>() {
        Ok(seconds) if seconds.is_finite() && seconds > 0.0 => {
            Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)
        }
        Ok(_) => return None,
        Err(_) => httpdate::parse_http_date(text).ok()?.duration_since(now(headers)).ok()?,
    };
    (!wait.is_zero()).then_some(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, HeaderValue::from_str(value).expect("a header value"));
        }
        headers
    }

    #[test]
    fn a_wait_is_read_from_seconds_and_dates() {
        let date = ("date", "Wed, 03 Jun 2026 09:00:00 GMT");
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
            let mut given = headers(&[date]);
            for value in values {
                given.append(RETRY_AFTER, HeaderValue::from_str(value).expect("a header value"));
            }
            assert_eq!(retry_after(&given).map(|wait| wait.as_secs_f64()), seconds, "{values:?}");
        }
        let huge = "9".repeat(35);
        assert_eq!(retry_after(&headers(&[("retry-after", &huge)])), Some(Duration::MAX));
    }

    #[test]
    fn a_reset_is_a_time_or_a_number_of_seconds() {
        let of = |limit, remaining, reset| {
            RateLimit::from_headers(&headers(&[
                ("date", "Wed, 03 Jun 2026 09:00:00 GMT"),
                ("x-ratelimit-limit", limit),
                ("x-ratelimit-remaining", remaining),
                ("x-ratelimit-reset", reset),
            ]))
        };
        let seconds = |limit: RateLimit| limit.reset.duration_since(SystemTime::UNIX_EPOCH).expect("a time").as_secs();
        assert_eq!(of("60", "59", "1780477260").map(seconds), Some(1_780_477_260));
        assert_eq!(of("60", "59", "60").map(seconds), Some(1_780_477_260));
        for odd in ["", "-1", "1.5", "soon", "99999999999999999999", "18446744073709551615"] {
            assert_eq!(of("60", "59", odd), None, "{odd}");
        }
        assert_eq!(of("60", "-1", "60"), None);
        assert_eq!(of("many", "1", "60"), None);
    }
}
