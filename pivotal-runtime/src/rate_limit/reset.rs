//! Times of a reset.

use std::time::{Duration, SystemTime};

use http::header::{DATE, HeaderMap, HeaderValue};

use super::timestamp::parse_timestamp;
use super::values::seconds;

/// A smaller number is in seconds from now, as in drafts -00 to -07 of `draft-ietf-httpapi-ratelimit-headers`.
const MIN_EPOCH_SECONDS: u64 = 1_000_000_000;

/// A number that is not smaller is in Unix milliseconds.
const MIN_EPOCH_MILLIS: u64 = 1_000_000_000_000;

/// The end of the year 9999 in Unix seconds. A later time is treated as malformed.
const END_OF_TIME: u64 = 253_402_300_800;

/// Reads the time of a reset: a number, a duration such as `6m0s`, or a date.
pub(super) fn parse_reset(text: &str, headers: &HeaderMap) -> Option<SystemTime> {
    if let Some(number) = seconds(text) {
        return match number.as_secs() {
            ..MIN_EPOCH_SECONDS => from_now(number, headers),
            MIN_EPOCH_SECONDS..MIN_EPOCH_MILLIS => since_epoch(number),
            _ => since_epoch(number / 1_000),
        };
    }
    match duration(text) {
        Some(duration) => from_now(duration, headers),
        None => httpdate::parse_http_date(text).ok().or_else(|| since_epoch(parse_timestamp(text)?)),
    }
}

/// The time after this wait.
pub(super) fn from_now(wait: Duration, headers: &HeaderMap) -> Option<SystemTime> {
    since_epoch(now(headers).duration_since(SystemTime::UNIX_EPOCH).ok()?.checked_add(wait)?)
}

fn since_epoch(time: Duration) -> Option<SystemTime> {
    (time.as_secs() < END_OF_TIME).then(|| SystemTime::UNIX_EPOCH.checked_add(time)).flatten()
}

/// The current time by the server's clock (`Date`), so that a wrong clock of the client does no harm; by the client's if
/// the response has no date.
pub(super) fn now(headers: &HeaderMap) -> SystemTime {
    headers.get(DATE).and_then(parse_date).unwrap_or_else(SystemTime::now)
}

/// Reads an HTTP date (RFC 9110, section 5.6.7).
pub(crate) fn parse_date(date: &HeaderValue) -> Option<SystemTime> {
    httpdate::parse_http_date(date.to_str().ok()?).ok()
}

/// Reads a duration of numbers with units, such as `1h30m`, `1.5s` or `20ms`.
fn duration(text: &str) -> Option<Duration> {
    let is_of_number = |char: char| char.is_ascii_digit() || char == '.';
    let mut total = None;
    let mut rest = text;
    while !rest.is_empty() {
        let (number, after) = rest.split_at_checked(rest.find(|char| !is_of_number(char))?)?;
        let (unit, after) = after.split_at_checked(after.find(is_of_number).unwrap_or(after.len()))?;
        let unit = match unit {
            "h" => 3_600.0,
            "m" => 60.0,
            "s" => 1.0,
            "ms" => 1e-3,
            "us" => 1e-6,
            "ns" => 1e-9,
            _ => return None,
        };
        let part = Duration::try_from_secs_f64(number.parse::<f64>().ok()? * unit).ok()?;
        total = Some(total.unwrap_or(Duration::ZERO).checked_add(part)?);
        rest = after;
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rate_limit::tests::{NOW, headers};

    #[test]
    fn reset_is_a_number_a_duration_or_a_date() {
        let now = Duration::from_secs(NOW);
        let cases = [
            // Seconds from now.
            ("0", now),
            ("30", now + Duration::from_secs(30)),
            ("+30", now + Duration::from_secs(30)),
            ("0.25", now + Duration::from_millis(250)),
            ("999999999", now + Duration::from_secs(999_999_999)),
            // Unix seconds.
            ("1000000000", Duration::from_secs(1_000_000_000)),
            ("1780477230", Duration::from_secs(1_780_477_230)),
            ("1780477230.5", Duration::from_millis(1_780_477_230_500)),
            ("253402300799", Duration::from_secs(END_OF_TIME - 1)),
            // Unix milliseconds.
            ("1000000000000", Duration::from_secs(1_000_000_000)),
            ("1780477230500", Duration::from_millis(1_780_477_230_500)),
            // Durations.
            ("1s", now + Duration::from_secs(1)),
            ("6m0s", now + Duration::from_secs(360)),
            ("20ms", now + Duration::from_millis(20)),
            ("1h2m3.5s", now + Duration::from_millis(3_723_500)),
            (".5s", now + Duration::from_millis(500)),
            ("1.5ms", now + Duration::from_micros(1_500)),
            ("250us", now + Duration::from_micros(250)),
            ("7ns", now + Duration::from_nanos(7)),
            ("0s", now),
            // Dates.
            ("Wed, 03 Jun 2026 09:00:30 GMT", now + Duration::from_secs(30)),
            ("Wednesday, 03-Jun-26 09:00:30 GMT", now + Duration::from_secs(30)),
            ("Wed Jun  3 09:00:30 2026", now + Duration::from_secs(30)),
            ("2026-06-03T09:00:30Z", now + Duration::from_secs(30)),
            ("2026-06-03T11:00:30.5+02:00", now + Duration::from_millis(30_500)),
        ];
        let headers = headers(&[]);
        for (text, expected) in cases {
            let reset = parse_reset(text, &headers).and_then(|reset| reset.duration_since(SystemTime::UNIX_EPOCH).ok());
            let is_near = reset.is_some_and(|reset| reset.abs_diff(expected) < Duration::from_micros(1));
            assert!(is_near, "{text}: {reset:?}, not {expected:?}");
        }
    }

    #[test]
    fn malformed_resets_are_rejected() {
        let cases = [
            "",
            "-1",
            "-0.5",
            "inf",
            "nan",
            "soon",
            "0x10",
            "1,000",
            "253402300800",
            "253402300800000",
            "18446744073709551615",
            "99999999999999999999999999999999999",
            "1e300",
            "s",
            "m5s",
            "1m30",
            "1.2.3s",
            ".s",
            "-1s",
            "1d",
            "1 s",
            "1s ",
            "1S",
            "999999999999999999h",
            "9999999999999999999s9999999999999999999s",
            "3000000000000h",
            "Mon, 03 Jun 2026 09:00:30 GMT",
            "Wed, 03 Jun 100000 09:00:30 GMT",
            "2026-06-31T09:00:30Z",
            "9999-12-31T23:59:59-00:01",
            "\u{e9}",
        ];
        let headers = headers(&[]);
        for text in cases {
            assert_eq!(parse_reset(text, &headers), None, "{text:?}");
        }
    }

    #[test]
    fn clock_of_the_client_is_used_without_a_date() {
        let before = SystemTime::now();
        for date in [None, Some("yesterday")] {
            let date = date.map(|date| (DATE, HeaderValue::from_static(date)));
            let reset = parse_reset("30", &date.into_iter().collect()).expect("a time");
            assert!(reset >= before + Duration::from_secs(30) && reset <= SystemTime::now() + Duration::from_secs(30));
        }
    }
}
