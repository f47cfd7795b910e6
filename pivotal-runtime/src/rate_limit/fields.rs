//! The fields `RateLimit` and `RateLimit-Policy` of `draft-ietf-httpapi-ratelimit-headers`.

use super::RateLimit;
use super::lines::{Lines, Role};
use super::reset::{from_now, parse_reset};
use super::values::{number, seconds, unquoted};

/// Reads a value of `RateLimit`. Malformed list members are ignored.
pub(super) fn read(value: &str, lines: Lines<'_, '_>, tightest: &mut Option<RateLimit>) {
    let items = unquoted(value, b',').filter_map(|item| read_item(item, lines));
    items.chain(read_dictionary(value, lines)).for_each(|limit| limit.tighten(tightest));
}

/// Reads `"default";r=50;t=30` (draft -08 and later).
fn read_item(item: &str, lines: Lines<'_, '_>) -> Option<RateLimit> {
    let remaining = number(parameter(item, b';', "r")?)?;
    let policy = find_policy(item, lines);
    let quota = |key| parameter(policy?, b';', key);
    if quota("qu") == Some("\"concurrent-requests\"") {
        return None;
    }
    let reset = parameter(item, b';', "t").and_then(seconds).and_then(|wait| from_now(wait, lines.headers));
    Some(RateLimit { limit: quota("q").and_then(number), remaining, reset })
}

/// Finds the policy of the same name, such as `"default";q=100;w=60`.
fn find_policy<'h>(item: &str, lines: Lines<'_, 'h>) -> Option<&'h str> {
    let mut policies = lines.values(Role::Policy).flat_map(|value| unquoted(value, b','));
    policies.find(|policy| unquoted(policy, b';').next() == unquoted(item, b';').next())
}

/// Reads `limit=100, remaining=50, reset=30` (draft -07).
fn read_dictionary(value: &str, lines: Lines<'_, '_>) -> Option<RateLimit> {
    let entry = |key| parameter(value, b',', key);
    Some(RateLimit {
        limit: entry("limit").and_then(number),
        remaining: number(entry("remaining")?)?,
        reset: entry("reset").and_then(|reset| parse_reset(reset, lines.headers)),
    })
}

/// Returns the value of a `key=value`.
fn parameter<'t>(text: &'t str, separator: u8, key: &str) -> Option<&'t str> {
    unquoted(text, separator).find_map(|part| part.strip_prefix(key)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rate_limit::tests::{headers, rate_limit};

    #[test]
    fn items_are_read_with_their_policies() {
        let both = Some(rate_limit(Some(100), 50, Some(30)));
        let cases = [
            (r#""default";r=50;t=30"#, r#""default";q=100;w=60"#, both),
            (r#""default"; r=50; t=30"#, r#""default" ;q=100"#, both),
            (r#""default";t=30;pk=:dHJpYWwxMjE=:;r=50"#, r#""default";pk=:dHJpYWwxMjE=:;q=100"#, both),
            // A token in place of the string.
            ("default;r=50;t=30", "default;q=100", both),
            (r#""default";r=50;t=30"#, r#""burst";q=10;w=1, "default";q=100;w=60"#, both),
            (r#""a,b;r=1";r=50;t=30"#, r#""a,b;r=1";q=100"#, both),
            (r#""a\"b";r=50;t=30"#, r#""a\"b";q=100"#, both),
            (r#""default";r=50;t=30"#, "", Some(rate_limit(None, 50, Some(30)))),
            (r#""default";r=50;t=30"#, r#""other";q=100"#, Some(rate_limit(None, 50, Some(30)))),
            (r#""default";r=50;t=30"#, "100;w=60", Some(rate_limit(None, 50, Some(30)))),
            (r#""default";r=50"#, r#""default";q=100;w=60"#, Some(rate_limit(Some(100), 50, None))),
            (r#""default";r=0;t=0"#, "", Some(rate_limit(None, 0, Some(0)))),
            (r#""bytes";r=50;t=30"#, r#""bytes";q=100;qu="content-bytes""#, both),
            // Several items.
            (
                r#""burst";r=10;t=1, "day";r=9;t=3600"#,
                r#""burst";q=10, "day";q=5000"#,
                Some(rate_limit(Some(5_000), 9, Some(3_600))),
            ),
            (r#""burst";r=0;t=1, "day";r=0;t=50"#, "", Some(rate_limit(None, 0, Some(50)))),
            (r#""open";r=0, "default";r=50;t=30"#, r#""open";q=5;qu="concurrent-requests", "default";q=100"#, both),
            (r#""broken";r=x, "default";r=50;t=30"#, r#""default";q=100"#, both),
            // Malformed.
            (r#""default";r=50;t=soon"#, "", Some(rate_limit(None, 50, None))),
            (r#""default";r=50;t=-1"#, "", Some(rate_limit(None, 50, None))),
            (r#""default";r=50;t=99999999999999999999"#, "", Some(rate_limit(None, 50, None))),
            (r#""default";r=50;t=9999999999999"#, "", Some(rate_limit(None, 50, None))),
            (r#""default";r=-1;t=30"#, "", None),
            (r#""default";r;t=30"#, "", None),
            (r#""default";t=30"#, r#""default";q=100"#, None),
            (r#""default;r=50;t=30"#, "", None),
            (r#""default""#, "", None),
            ("50", "", None),
            ("", "", None),
            ("\u{e9};=,\"\\", "", None),
        ];
        for (field, policy, expected) in cases {
            let headers = headers(&[("ratelimit", field), ("ratelimit-policy", policy)]);
            assert_eq!(RateLimit::from_headers(&headers), expected, "{field} {policy}");
        }
    }

    #[test]
    fn dictionaries_are_read() {
        let cases = [
            ("limit=100, remaining=50, reset=30", Some(rate_limit(Some(100), 50, Some(30)))),
            ("reset=30,remaining=50,limit=100", Some(rate_limit(Some(100), 50, Some(30)))),
            ("remaining=50", Some(rate_limit(None, 50, None))),
            ("limit=x, remaining=50, reset=x", Some(rate_limit(None, 50, None))),
            ("limit=100, reset=30", None),
            ("limit=100, remaining=x, reset=30", None),
            ("remaining", None),
        ];
        for (field, expected) in cases {
            assert_eq!(RateLimit::from_headers(&headers(&[("ratelimit", field)])), expected, "{field}");
        }
    }

    #[test]
    fn several_fields_are_read() {
        let headers = headers(&[
            ("ratelimit", r#""default";r=50;t=30"#),
            ("ratelimit", "limit=100, remaining=40, reset=30"),
            ("ratelimit", r#""day";r=30;t=60"#),
            ("ratelimit-policy", r#""default";q=100"#),
            ("ratelimit-policy", r#""day";q=1000"#),
        ]);
        assert_eq!(RateLimit::from_headers(&headers), Some(rate_limit(Some(1_000), 30, Some(60))));
    }
}
