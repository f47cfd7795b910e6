//! Documentation, from the descriptions of a document.

use std::fmt::Write;

use crate::contract::{Operation, Status};

/// Returns the documentation of a method.
pub(super) fn of_operation(operation: &Operation<'_>) -> String {
    let mut docs = String::new();
    let summary = operation.cursor.text("summary").map(str::trim).unwrap_or_default();
    let description = operation.cursor.text("description").map(str::trim).unwrap_or_default();
    for paragraph in [summary, description] {
        if !paragraph.is_empty() && docs.trim_end() != paragraph {
            docs = format!("{docs}{paragraph}\n\n");
        }
    }
    if operation.is_deprecated {
        docs.push_str("Deprecated.\n\n");
    }
    let errors = operation.responses.iter().filter(|response| matches!(response.status, Status::Code(400..=599)));
    let errors: Vec<String> = errors
        .map(|error| {
            let text = error.cursor.text("description").unwrap_or_default();
            let text = text.lines().next().unwrap_or_default().trim();
            format!("- {}: {text}", error.status).trim_end_matches([':', ' ']).to_owned()
        })
        .collect();
    if !errors.is_empty() {
        let _ = write!(docs, "# Errors\n\n{}\n", errors.join("\n"));
    }
    docs
}

/// Returns the lines of a documentation comment. Code in it is no Rust.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_code = false;
    for line in text.trim().lines() {
        let line = line.replace('\t', "    ");
        let line = line.trim_end();
        let trimmed = line.trim_start();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            let fence = &trimmed[..3];
            lines.push(if is_code { fence.to_owned() } else { format!("{fence}text") });
            is_code = !is_code;
        } else if is_code {
            lines.push(line.to_owned());
        } else {
            // Four spaces would begin code.
            let indent = (line.len() - trimmed.len()).min(3);
            lines.push(format!("{}{trimmed}", " ".repeat(indent)));
        }
    }
    if is_code {
        lines.push("```".to_owned());
    }
    lines.dedup_by(|line, previous| line.is_empty() && previous.is_empty());
    lines
}
