//! Timestamps of RFC 3339.

use std::time::Duration;

/// Days of a common year before each month.
const DAYS_BEFORE_MONTH: [u64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// Days from 0001-01-01 to 1970-01-01.
const DAYS_BEFORE_EPOCH: u64 = 719_162;

/// Reads a timestamp such as `2026-06-03T09:00:30.5+02:00` as the time since 1970; `None` before.
pub(super) fn parse_timestamp(text: &str) -> Option<Duration> {
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let (clock, offset) = match time.strip_suffix(['Z', 'z']) {
        Some(clock) => (clock, ""),
        None => time.split_at_checked(time.rfind(['+', '-'])?)?,
    };
    let local = days(date)?.checked_mul(86_400)?;
    let local = Duration::from_secs(local).checked_add(time_of_day(clock)?)?;
    match offset.split_at_checked(1) {
        None => Some(local),
        Some((sign, offset)) => {
            let (hours, minutes) = offset.split_once(':')?;
            let offset = Duration::from_secs(digits(hours, 2, 0, 23)? * 3_600 + digits(minutes, 2, 0, 59)? * 60);
            if sign == "+" { local.checked_sub(offset) } else { local.checked_add(offset) }
        }
    }
}

/// Reads `2026-06-03` as days since 1970-01-01.
fn days(date: &str) -> Option<u64> {
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4, 1, 9_999)?;
    let month = digits(parts.next()?, 2, 1, 12)?;
    let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days_in_month = match month {
        2 => 28 + u64::from(is_leap_year),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let day = digits(parts.next()?, 2, 1, days_in_month)?;
    if parts.next().is_some() {
        return None;
    }
    let years = year - 1;
    let before_year = years * 365 + years / 4 - years / 100 + years / 400;
    let before_month = DAYS_BEFORE_MONTH.get(usize::try_from(month).ok()? - 1)? + u64::from(is_leap_year && month > 2);
    (before_year + before_month + day - 1).checked_sub(DAYS_BEFORE_EPOCH)
}

/// Reads `09:00:30` or `09:00:30.5`. A second 60 is a leap second.
fn time_of_day(clock: &str) -> Option<Duration> {
    let mut parts = clock.splitn(3, ':');
    let hours = digits(parts.next()?, 2, 0, 23)?;
    let minutes = digits(parts.next()?, 2, 0, 59)?;
    let seconds = parts.next()?;
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    digits(whole, 2, 0, 60)?;
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = is_fraction.then(|| seconds.parse().ok()).flatten()?;
    Some(Duration::from_secs(hours * 3_600 + minutes * 60) + Duration::try_from_secs_f64(seconds).ok()?)
}

/// Reads a number of exactly so many digits, between the two bounds.
fn digits(text: &str, count: usize, min: u64, max: u64) -> Option<u64> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok()).flatten()?;
    (min..=max).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_are_read() {
        let cases = [
            ("1970-01-01T00:00:00Z", 0.0),
            ("1972-02-29T00:00:00Z", 68_169_600.0),
            ("2000-03-01T00:00:00Z", 951_868_800.0),
            ("2026-06-03T09:00:00Z", 1_780_477_200.0),
            ("2026-06-03t09:00:00z", 1_780_477_200.0),
            ("2026-06-03 09:00:00Z", 1_780_477_200.0),
            ("2026-06-03T09:00:00.25Z", 1_780_477_200.25),
            ("2026-06-03T11:00:00+02:00", 1_780_477_200.0),
            ("2026-06-03T04:30:00-04:30", 1_780_477_200.0),
            ("2026-12-31T23:59:60Z", 1_798_761_600.0),
            ("2100-03-01T00:00:00Z", 4_107_542_400.0),
            ("9999-12-31T23:59:59Z", 253_402_300_799.0),
        ];
        for (text, seconds) in cases {
            assert_eq!(parse_timestamp(text), Some(Duration::from_secs_f64(seconds)), "{text}");
        }
    }

    #[test]
    fn malformed_timestamps_are_rejected() {
        let cases = [
            "",
            "T",
            "2026-06-03",
            "2026-06-03T09:00:00",
            "2026-06-03T09:00Z",
            "2026-06-03T09:00:00.Z",
            "2026-06-03T09:00:00.-5Z",
            "2026-06-03T09:00:00.5e9Z",
            "2026-06-03T24:00:00Z",
            "2026-06-03T09:60:00Z",
            "2026-06-03T09:00:61Z",
            "2026-06-03T9:00:00Z",
            "2026-06-03T09:00:00+2:00",
            "2026-06-03T09:00:00+0200",
            "2026-06-03T09:00:00+24:00",
            "2026-06-03T09:00:00Z+02:00",
            "2026-00-03T09:00:00Z",
            "2026-13-03T09:00:00Z",
            "2026-06-00T09:00:00Z",
            "2026-06-31T09:00:00Z",
            "2026-02-29T09:00:00Z",
            "2100-02-29T09:00:00Z",
            "26-06-03T09:00:00Z",
            "+026-06-03T09:00:00Z",
            "2026-06-03-01T09:00:00Z",
            "0000-06-03T09:00:00Z",
            "1969-12-31T23:59:59Z",
            "1970-01-01T00:00:00+00:01",
            "é026-06-03T09:00:00Z",
            "2026-06-03T09:00:00é",
        ];
        for text in cases {
            assert_eq!(parse_timestamp(text), None, "{text}");
        }
    }
}
