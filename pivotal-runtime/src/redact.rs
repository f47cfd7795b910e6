//! What must be done to a text from outside before a person or a log may read it.

use std::fmt::{self, Write};

/// How much of a key after its prefix may be logged (Pivotal API, Authentication).
const LOGGABLE: usize = 4;

/// The part of a key that is safe to log: `pivotal_K8s9` of `pivotal_K8s9…`.
///
/// A key of eight characters or fewer after its prefix shows the prefix alone, since four of them would
/// be half of the secret.
pub(crate) fn loggable(key: &str) -> &str {
    let secret = key.len().saturating_sub(prefix(key).len());
    let shown = if secret > 2 * LOGGABLE { loggable_len(key) } else { prefix(key).len() };
    key.get(..shown).unwrap_or_default()
}

fn loggable_len(key: &str) -> usize {
    prefix(key).len() + LOGGABLE
}

fn prefix(key: &str) -> &'static str {
    if key.starts_with("pivotal_test_") { "pivotal_test_" } else { "pivotal_" }
}

/// Prints a text that a server sent: keys cut to their loggable start, control characters escaped.
pub(crate) struct Foreign<'a>(pub(crate) &'a str);

impl fmt::Display for Foreign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find("pivotal_") {
            let (before, from_key) = rest.split_at(at);
            escaped(before, f)?;
            let end = from_key.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
            let (key, after) = from_key.split_at(end.unwrap_or(from_key.len()));
            // What is no longer than the start of a key is that start: servers name keys by it.
            let shown = if key.len() <= loggable_len(key) { key } else { loggable(key) };
            f.write_str(shown)?;
            if shown.len() < key.len() {
                f.write_char('…')?;
            }
            rest = after;
        }
        escaped(rest, f)
    }
}

fn escaped(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for c in text.chars() {
        if c.is_control() { write!(f, "{}", c.escape_default())? } else { f.write_char(c)? }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_cut_and_control_characters_escaped() {
        let cases = [
            ("No customer 9999", "No customer 9999"),
            ("Key pivotal_Zq41 was revoked", "Key pivotal_Zq41 was revoked"),
            ("Key pivotal_Zq41ab was revoked", "Key pivotal_… was revoked"),
            ("Key pivotal_Zq41abcdefgh was revoked", "Key pivotal_Zq41… was revoked"),
            ("pivotal_test_abcdefghijkl.", "pivotal_test_abcd…."),
            ("\u{1b}[31mred\r\n", "\\u{1b}[31mred\\r\\n"),
            ("pivotal_pivotal_test_abcdefghijkl", "pivotal_pivo…"),
            ("über pivotal_", "über pivotal_"),
        ];
        for (text, expected) in cases {
            assert_eq!(Foreign(text).to_string(), expected);
        }
    }
}
