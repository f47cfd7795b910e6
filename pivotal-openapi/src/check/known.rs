//! The list of known disagreements.

use super::{Disagreement, Kind};
use crate::document::Place;

/// The list of known disagreements.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    entries: Vec<Entry>,
    /// The lines that cannot be read.
    invalid: Vec<Disagreement>,
}

#[derive(Debug, Clone)]
struct Entry {
    line: usize,
    kind: Kind,
    /// As [`Place::fragment`] writes it.
    fragment: String,
}

impl Known {
    /// Adds the lines of a text: a kind, a place and a reason, separated by spaces. Lines that start with `#` are comments.
    pub(super) fn add(&mut self, text: &str) {
        for (line, content) in (1..).zip(text.lines()) {
            let content = content.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let mut words = content.splitn(3, char::is_whitespace);
            let (kind, fragment, reason) = (words.next(), words.next(), words.next());
            let message = match (kind.and_then(Kind::parse), fragment, reason.map(str::trim)) {
                (Some(kind), Some(fragment), Some(reason)) if fragment.contains('#') && !reason.is_empty() => {
                    self.entries.push(Entry { line, kind, fragment: fragment.trim_end_matches(':').to_owned() });
                    continue;
                }
                (None, ..) => format!("`{}` is no kind of a disagreement", kind.unwrap_or_default()),
                (Some(_), Some(fragment), Some(_)) if fragment.contains('#') => "the reason is missing".to_owned(),
                (Some(_), Some(fragment), _) if !fragment.contains('#') => {
                    format!("`{fragment}` is no place; write it like `#/paths/~1notes/get`")
                }
                _ => "the reason is missing; write it after the place".to_owned(),
            };
            let message = format!("line {line} of the known disagreements cannot be read: {message}");
            self.invalid.push(Disagreement {
                subjects: Vec::new(),
                kind: Kind::Known,
                place: Place::root(None),
                message,
            });
        }
    }

    /// Returns the disagreements that are not known, and the known ones that do not occur.
    pub(super) fn filter(&self, found: Vec<Disagreement>) -> Vec<Disagreement> {
        let is_entry =
            |entry: &Entry, one: &Disagreement| entry.kind == one.kind && entry.fragment == one.place.fragment();
        let stale = self.entries.iter().filter(|entry| !found.iter().any(|one| is_entry(entry, one)));
        let stale = stale.map(|entry| {
            let message = format!(
                "the known disagreement `{} {}` does not occur; remove line {}",
                entry.kind, entry.fragment, entry.line
            );
            Disagreement {
                kind: Kind::Known,
                place: Place::from_fragment(&entry.fragment),
                subjects: Vec::new(),
                message,
            }
        });
        let stale: Vec<_> = stale.collect();
        let unknown = found.into_iter().filter(|one| !self.entries.iter().any(|entry| is_entry(entry, one)));
        unknown.chain(stale).chain(self.invalid.iter().cloned()).collect()
    }
}
