//! Rate limits and waits that a server reports in response headers.

mod fields;
mod headers;
mod lines;
mod name;
mod reset;
mod retry;
mod timestamp;
mod values;

use std::cmp::Reverse;
use std::time::SystemTime;

use http::HeaderMap;

use crate::Api;

pub use self::headers::RateLimitHeaders;
pub(crate) use self::reset::parse_date;
pub(crate) use self::retry::{retry_after, x_should_retry};

/// The rate limit that a response reports.
///
/// [`RateLimitHeaders`] lists the headers.
///
/// A response can report several limits, such as one for requests and one for tokens. This is then the tightest: the one with
/// the fewest units remaining and, among equals, the one that resets last. An exhausted limit therefore comes before all
/// others.
///
/// Units are compared although their kinds differ. A request consumes at least one unit of each limit, so `remaining` is
/// always the most requests that can succeed before the reset.
///
/// A limit of 0 is chosen only if the response reports no other, since some servers send 0 for a limit that is not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RateLimit {
    /// The units that the server grants per window; `None` if the response does not contain them.
    ///
    /// Most servers count requests, others tokens or bytes.
    pub limit: Option<u64>,
    /// The units that remain in the current window.
    pub remaining: u64,
    /// The time of the reset by the server's clock; `None` if it is missing.
    pub reset: Option<SystemTime>,
}

impl RateLimit {
    /// Reads the standard headers, those of [`RateLimitHeaders::new`].
    ///
    /// It returns `None` if the response does not report the remaining units. Malformed values are ignored.
    ///
    /// ```
    /// use pivotal_runtime::RateLimit;
    /// use pivotal_runtime::http::{HeaderMap, HeaderValue};
    ///
    /// let mut headers = HeaderMap::new();
    /// headers.insert("x-ratelimit-limit", HeaderValue::from_static("100"));
    /// headers.insert("x-ratelimit-remaining", HeaderValue::from_static("99"));
    /// let limit = RateLimit::from_headers(&headers).unwrap();
    /// assert_eq!((limit.limit, limit.remaining, limit.reset), (Some(100), 99, None));
    /// ```
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Option<Self> {
        RateLimitHeaders::new().read(headers)
    }

    /// Reads the headers that the API names, or the standard ones.
    pub(crate) fn read(api: Option<&Api>, headers: &HeaderMap) -> Option<Self> {
        match api {
            Some(api) => api.rate_limit.read(headers),
            None => Self::from_headers(headers),
        }
    }

    /// Replaces the tightest limit so far if this one is tighter.
    fn tighten(self, tightest: &mut Option<Self>) {
        let rank = |limit: &Self| (limit.limit == Some(0), limit.remaining, Reverse(limit.reset));
        if tightest.as_ref().is_none_or(|tightest| rank(&self) < rank(tightest)) {
            *tightest = Some(self);
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Duration;

    use http::{HeaderName, HeaderValue};

    use super::*;

    /// `Date` of the responses in the tests of this module: 3 June 2026, 09:00:00 GMT.
    pub(super) const NOW: u64 = 1_780_477_200;

    /// Headers of a response, with a `Date`.
    pub(crate) fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs.iter().chain(&[("date", "Wed, 03 Jun 2026 09:00:00 GMT")]) {
            let name: HeaderName = name.parse().expect("a header name");
            headers.append(name, HeaderValue::from_bytes(value.as_bytes()).expect("a header value"));
        }
        headers
    }

    /// A limit that resets so many seconds after `NOW`.
    pub(super) fn rate_limit(limit: Option<u64>, remaining: u64, reset: Option<u64>) -> RateLimit {
        let reset = reset.map(|after| SystemTime::UNIX_EPOCH + Duration::from_secs(NOW + after));
        RateLimit { limit, remaining, reset }
    }

    #[test]
    fn tighter_limit_stops_requests_first() {
        // The first of each pair is the tighter.
        let pairs = [
            // Exhausted, although the other resets later.
            (rate_limit(Some(100), 0, Some(5)), rate_limit(Some(5_000), 3, Some(900))),
            (rate_limit(None, 0, None), rate_limit(Some(100), 1, Some(30))),
            // Both are exhausted: the one that resets last. A known reset comes before an unknown one.
            (rate_limit(Some(100), 0, Some(900)), rate_limit(Some(100), 0, Some(5))),
            (rate_limit(Some(100), 0, Some(5)), rate_limit(Some(100), 0, None)),
            // Of requests and tokens, the one that allows fewer requests.
            (rate_limit(Some(60), 59, Some(30)), rate_limit(Some(40_000), 5_000, Some(30))),
            (rate_limit(Some(40_000), 7, Some(30)), rate_limit(Some(60), 59, Some(30))),
            // A limit of 0 comes last.
            (rate_limit(Some(60), 59, Some(30)), rate_limit(Some(0), 0, Some(30))),
            (rate_limit(Some(60), 0, Some(5)), rate_limit(Some(0), 0, Some(30))),
        ];
        for (tight, loose) in pairs {
            for limits in [[tight, loose], [loose, tight]] {
                let mut tightest = None;
                for limit in limits {
                    limit.tighten(&mut tightest);
                }
                assert_eq!(tightest, Some(tight));
            }
        }
    }
}
