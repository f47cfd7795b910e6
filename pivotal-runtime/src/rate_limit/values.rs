//! Lists and numbers in header values.

use std::iter;
use std::time::Duration;

use http::HeaderValue;

/// The length up to which a header value is read, so that no server can keep the client busy.
const MAX_LEN: usize = 1_024;

/// The text of a header value; empty if it is too long or not ASCII.
pub(super) fn text(value: &HeaderValue) -> &str {
    if value.len() > MAX_LEN {
        return "";
    }
    value.to_str().unwrap_or_default().trim_ascii()
}

/// Splits a list at its commas. A member that begins with a letter is an HTTP date, which contains a comma itself.
pub(super) fn list(text: &str) -> impl Iterator<Item = &str> {
    pieces(text, |text| {
        // The check is cheaper than the search, and most values have no comma.
        if !text.as_bytes().contains(&b',') {
            return None;
        }
        let end = text.bytes().position(|byte| byte == b',')?;
        let (first, after) = text.split_at_checked(end)?;
        let is_date = first.trim_ascii_start().starts_with(|first: char| first.is_ascii_alphabetic());
        if is_date { after.bytes().skip(1).position(|byte| byte == b',').map(|at| end + 1 + at) } else { Some(end) }
    })
}

/// Splits the text at a separator, but not within quoted strings (RFC 9651, section 3.3.3).
pub(super) fn unquoted(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    pieces(text, move |text| {
        let (mut is_quoted, mut is_escaped) = (false, false);
        text.bytes().position(|byte| {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = is_quoted,
                b'"' => is_quoted = !is_quoted,
                _ => return byte == separator && !is_quoted,
            }
            false
        })
    })
}

/// Splits the text at the one-byte separators that `find` returns. Surrounding whitespace is removed.
fn pieces(text: &str, find: impl Fn(&str) -> Option<usize>) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    iter::from_fn(move || {
        let text = rest?;
        let (piece, after) = find(text).and_then(|end| text.split_at_checked(end)).unwrap_or((text, ""));
        rest = after.get(1..);
        Some(piece.trim_ascii())
    })
}

/// Reads a number that is not negative. Decimals are rounded down. Parameters, as in `100;w=60`, are ignored.
pub(super) fn number(text: &str) -> Option<u64> {
    let number = |text| seconds(text).map(|seconds| seconds.as_secs());
    number(text).or_else(|| number(text.split(';').next()?.trim_ascii()))
}

/// Reads a number of seconds, with decimals or without.
pub(super) fn seconds(text: &str) -> Option<Duration> {
    match digits(text).or_else(|| text.parse().ok()) {
        Some(seconds) => Some(Duration::from_secs(seconds)),
        None => Duration::try_from_secs_f64(text.parse().ok()?).ok(),
    }
}

/// Reads a number of 1 to 18 digits. Nearly all values are one, and it is cheaper to read than a signed or larger number.
fn digits(text: &str) -> Option<u64> {
    let mut number = 0;
    for byte in text.bytes().take(18) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    matches!(text.len(), 1..=18).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_is_split_at_its_commas() {
        let cases: [(&str, &[&str]); 8] = [
            ("", &[""]),
            ("5", &["5"]),
            ("5, 10,15", &["5", "10", "15"]),
            ("1s, 6m0s", &["1s", "6m0s"]),
            (" , ", &["", ""]),
            ("Wed, 03 Jun 2026 09:00:00 GMT", &["Wed, 03 Jun 2026 09:00:00 GMT"]),
            (
                "30, Wed, 03 Jun 2026 09:00:00 GMT, Sunday, 06-Nov-94 08:49:37 GMT",
                &["30", "Wed, 03 Jun 2026 09:00:00 GMT", "Sunday, 06-Nov-94 08:49:37 GMT"],
            ),
            ("soon", &["soon"]),
        ];
        for (text, expected) in cases {
            assert_eq!(list(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn separators_in_quoted_strings_do_not_split() {
        let cases: [(&str, &[&str]); 6] = [
            ("", &[""]),
            (r#""a";r=1, "b""#, &[r#""a";r=1"#, r#""b""#]),
            (r#""a,b", c"#, &[r#""a,b""#, "c"]),
            (r#""a\",b", c"#, &[r#""a\",b""#, "c"]),
            (r#""a\\", c"#, &[r#""a\\""#, "c"]),
            (r#"a\,b, "c, d"#, &[r"a\", "b", r#""c, d"#]),
        ];
        for (text, expected) in cases {
            assert_eq!(unquoted(text, b',').collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn number_is_whole_or_decimal() {
        let cases = [
            ("0", Some(0)),
            ("59", Some(59)),
            (" 59 ", Some(59)),
            ("+59", Some(59)),
            ("59.0", Some(59)),
            ("59.9", Some(59)),
            ("0.5", Some(0)),
            ("1e3", Some(1_000)),
            ("100;w=60", Some(100)),
            ("18446744073709551615", Some(u64::MAX)),
            ("18446744073709551616", None),
            ("-1", None),
            ("-0.5", None),
            ("inf", None),
            ("nan", None),
            ("1,000", None),
            ("0x10", None),
            ("many", None),
            ("", None),
            (";", None),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text), expected, "{text:?}");
        }
    }
}
