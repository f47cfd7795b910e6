//! `timeout = "90s"`

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitFloat, LitInt, LitStr};

use super::pairs::error_at;

/// The units and their milliseconds.
const UNITS: [(&str, u64); 4] = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)];

/// Reads `"90s"`, and returns milliseconds.
pub(super) fn parse_timeout(input: ParseStream<'_>) -> syn::Result<u64> {
    if !input.peek(LitStr) {
        return Err(not_in_quotes(input));
    }
    let literal: LitStr = input.parse()?;
    let text = literal.value();
    let error = |message: String| syn::Error::new_spanned(&literal, message);
    match milliseconds(&text) {
        Some(0) => Err(error(format!(
            "a timeout of `{text}` ends every call before it is sent; write a longer one, or remove the key"
        ))),
        Some(timeout) => Ok(timeout),
        None => Err(error(match intended(&text) {
            Some(fix) => format!("a timeout is an integer and a unit; write `\"{fix}\"`"),
            None => "a timeout is an integer and its unit, `ms`, `s`, `m` or `h`; write it like `\"90s\"`".to_owned(),
        })),
    }
}

/// Returns the milliseconds of `90s`.
fn milliseconds(text: &str) -> Option<u64> {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u64 = text.strip_suffix(unit)?.parse().ok()?;
    let (_, factor) = UNITS.iter().find(|(name, _)| *name == unit)?;
    number.checked_mul(*factor)
}

/// The intended value of `90 s`, `90 seconds`, `1.5s` and `1m30s`, if the unit is certain.
fn intended(text: &str) -> Option<String> {
    let mut rest = text.trim();
    let mut total = 0_f64;
    while !rest.is_empty() {
        let from_unit = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
        let after = from_unit.trim_start_matches(|c: char| c.is_alphabetic());
        let number: f64 = rest.strip_suffix(from_unit)?.trim().parse().ok()?;
        let unit = match from_unit.strip_suffix(after)?.to_ascii_lowercase().as_str() {
            "ms" | "msec" | "msecs" | "millis" | "millisecond" | "milliseconds" => 1.0,
            "s" | "sec" | "secs" | "second" | "seconds" => 1_000.0,
            "m" | "min" | "mins" | "minute" | "minutes" => 60_000.0,
            "h" | "hr" | "hrs" | "hour" | "hours" => 3_600_000.0,
            _ => return None,
        };
        total += number * unit;
        rest = after.trim_start();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is positive and has no fraction")]
    let total = (total >= 1.0 && total.fract() == 0.0 && total < 1e15).then_some(total as u64)?;
    let (unit, factor) = UNITS.iter().rev().find(|(_, factor)| total % factor == 0)?;
    Some(format!("{}{unit}", total / factor))
}

//     timeout = 90
//     timeout = 90s
//     timeout = Duration::from_secs(90)
//
fn not_in_quotes(input: ParseStream<'_>) -> syn::Error {
    let ahead = input.fork();
    let number = ahead.parse::<LitInt>().map(|number| number.to_string());
    let number = number.or_else(|_| ahead.parse::<LitFloat>().map(|number| number.to_string()));
    let unit = ahead.call(Ident::parse_any).map(|unit| unit.to_string()).unwrap_or_default();
    let fix = number.ok().and_then(|number| intended(&format!("{}{unit}", number.replace('_', ""))));
    let message = match fix {
        Some(fix) => format!("a timeout is written in quotes; write `\"{fix}\"`"),
        None => {
            "a timeout is written in quotes, with its unit, `ms`, `s`, `m` or `h`; write it like `\"90s\"`".to_owned()
        }
    };
    error_at(input, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timeout_is_integer_with_unit() {
        let cases = [
            ("90s", Some(90_000)),
            ("250ms", Some(250)),
            ("2m", Some(120_000)),
            ("1h", Some(3_600_000)),
            ("0s", Some(0)),
            ("90", None),
            ("s", None),
            ("", None),
            ("-1s", None),
            ("1.5s", None),
            ("1m30s", None),
            ("90 s", None),
            ("90S", None),
            ("1d", None),
            ("99999999999999999999s", None),
            ("18446744073709551615h", None),
        ];
        for (text, expected) in cases {
            assert_eq!(milliseconds(text), expected, "{text}");
        }
    }

    #[test]
    fn intended_timeout_is_suggested_if_unit_is_certain() {
        let cases = [
            ("90 s", Some("90s")),
            ("90 seconds", Some("90s")),
            ("120sec", Some("2m")),
            ("1.5s", Some("1500ms")),
            ("1m30s", Some("90s")),
            ("1 min 30 s", Some("90s")),
            ("0.5 h", Some("30m")),
            ("90S", Some("90s")),
            ("90", None),
            ("1d", None),
            ("0 s", None),
            ("0.1ms", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(intended(text).as_deref(), expected, "{text}");
        }
    }
}
