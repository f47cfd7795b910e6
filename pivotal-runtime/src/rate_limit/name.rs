//! Names of headers, as an API declares them.

use crate::headers::is_token;

/// The name of a header, or a pattern of names with one `*`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    /// The complete name, or the part in front of the `*`.
    start: &'static str,
    /// The part after the `*`, if there is one.
    end: Option<&'static str>,
    /// The name is in lower case, like the names in a response.
    is_lowercase: bool,
}

impl Name {
    /// # Panics
    ///
    /// Panics if the name is not a valid header name or contains more than one `*`.
    pub(super) const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        assert!(!bytes.is_empty(), "a header name must not be empty");
        let mut star = None;
        let mut is_lowercase = true;
        let mut rest = bytes;
        while let [byte, after @ ..] = rest {
            if *byte == b'*' {
                assert!(star.is_none(), "a header name must not contain more than one `*`");
                star = Some(bytes.len() - rest.len());
            }
            assert!(
                is_token(*byte),
                "a header name consists of ASCII letters, digits and `-`, as in `x-ratelimit-reset`"
            );
            is_lowercase &= !byte.is_ascii_uppercase();
            rest = after;
        }
        match star {
            None => Self { start: name, end: None, is_lowercase },
            Some(star) => {
                let (start, end) = name.split_at(star);
                Self { start, end: Some(end.split_at(1).1), is_lowercase }
            }
        }
    }

    /// Returns the text in place of the `*`, empty for a name without one; `None` if `name`, in lower case, does not match.
    pub(super) fn captures<'n>(&self, name: &'n str) -> Option<&'n str> {
        let end = self.end.unwrap_or_default();
        let captured = if self.is_lowercase {
            name.strip_prefix(self.start)?.strip_suffix(end)?
        } else {
            let (start, rest) = name.split_at_checked(self.start.len())?;
            let (captured, rest) = rest.split_at_checked(rest.len().checked_sub(end.len())?)?;
            (start.eq_ignore_ascii_case(self.start) && rest.eq_ignore_ascii_case(end)).then_some(captured)?
        };
        (self.end.is_some() || captured.is_empty()).then_some(captured)
    }
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    #[test]
    fn star_captures_any_text() {
        let cases = [
            ("x-reset", "x-reset", Some("")),
            ("X-Reset", "x-reset", Some("")),
            ("x-reset", "x-reset-2", None),
            ("x-reset", "x-rese", None),
            ("x-reset", "y-reset", None),
            ("x-reset*", "x-reset", Some("")),
            ("x-reset*", "x-reset-tokens", Some("-tokens")),
            ("x-*-reset", "x-tokens-reset", Some("tokens")),
            ("X-*-Reset", "x-tokens-reset", Some("tokens")),
            ("X-*-Reset", "x-reset", None),
            ("X-*-Reset", "x-tokens-limit", None),
            ("X-Reset", "x-reset-2", None),
            ("X-Reset", "y-reset", None),
            ("x-*-reset", "x--reset", Some("")),
            ("x-*-reset", "x-reset", None),
            ("x-*-reset", "x-tokens-limit", None),
            ("*", "date", Some("date")),
            ("*-reset", "x-reset", Some("x")),
        ];
        for (pattern, name, expected) in cases {
            assert_eq!(Name::new(pattern).captures(name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn invalid_names_are_rejected() {
        for name in ["", "x reset", "x-reset:", "x-\u{e9}", "x-*-*", "**", "x\r\n"] {
            assert!(catch_unwind(|| Name::new(name)).is_err(), "{name}");
        }
        assert_eq!(Name::new("!#$%&'*+-.^_`|~09azAZ").end, Some("+-.^_`|~09azAZ"));
    }
}
