//! The part of a Pivotal key that is safe to log.

use std::fmt;

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

/// Splits the key that a text starts with from the rest.
pub(crate) fn pivotal_key(text: &str) -> Option<(PivotalKey<'_>, &str)> {
    if !text.starts_with("pivotal_") {
        return None;
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
    let (key, rest) = text.split_at(end.unwrap_or(text.len()));
    Some((PivotalKey(key), rest))
}

/// Shows the part of a key that is safe to log.
pub(crate) struct PivotalKey<'a>(&'a str);

impl fmt::Display for PivotalKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.0;
        // A text that is no longer than the start of a key is that start: servers name keys by it.
        let shown = if key.len() <= loggable_len(key) { key } else { loggable(key) };
        write!(f, "{shown}{}", if shown.len() < key.len() { "…" } else { "" })
    }
}
