//! Documentation, from the descriptions of a document.

mod markdown;

use std::fmt::Write;

use self::markdown::closed;
pub(super) use self::markdown::lines;
use crate::contract::{Operation, Status};

/// Returns the documentation of a method. `notes` are paragraphs of its own.
pub(super) fn of_operation(operation: &Operation<'_>, notes: &[String]) -> String {
    let mut docs = String::new();
    let text = |key: &str| operation.cursor.text(key).map(sentence).unwrap_or_default();
    let mut paragraphs = vec![text("summary"), text("description")];
    paragraphs.dedup();
    paragraphs.extend_from_slice(notes);
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        let _ = write!(docs, "{paragraph}\n\n");
    }
    if operation.is_deprecated {
        docs.push_str("Deprecated.\n\n");
    }
    let is_error = |status| matches!(status, Status::Code(400..=599) | Status::Range(4 | 5));
    let errors: Vec<String> = operation
        .responses
        .iter()
        .filter(|response| is_error(response.status))
        .map(|error| {
            let text = error.cursor.text("description").unwrap_or_default();
            let text = text.lines().next().unwrap_or_default().trim();
            format!("- {}: {}", error.status, sentence(text)).trim_end_matches([':', ' ']).to_owned()
        })
        .collect();
    if !errors.is_empty() {
        let _ = write!(docs, "# Errors\n\n{}\n", errors.join("\n"));
    }
    docs
}

/// Adds the full stop that is missing after the last word.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    let last = text.lines().last().unwrap_or_default().trim_start();
    let is_text = !last.starts_with(['#', '|', '>', '`', '~', '<']) && !text.contains("```");
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, ')' | '`' | '"' | '\'' | ']');
    let is_url = last.rsplit(' ').next().is_some_and(|word| word.contains("://"));
    let is_list = last.starts_with("- ") || last.starts_with("* ") || last.starts_with("+ ");
    if is_text && !is_url && !is_list && last.ends_with(is_word) { format!("{text}.") } else { closed(text) }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn full_stop_follows_the_last_word() {
        let cases = [
            ("The id", "The id."),
            ("The id.", "The id."),
            (" Of `x` ", "Of `x`."),
            ("Really?", "Really?"),
            ("- one\n- two", "- one\n- two"),
            ("See https://example.com", "See https://example.com"),
            ("| a |\n|---|", "| a |\n|---|"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(sentence(text), expected);
        }
    }
}
