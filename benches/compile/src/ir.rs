//! Counts the code that LLVM receives.

use std::collections::BTreeMap;

/// The code of a crate that LLVM receives.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Code {
    pub(crate) lines: u64,
    pub(crate) functions: u64,
}

/// Counts the lines in functions, and the functions.
pub(crate) fn count(ir: &str) -> Code {
    let functions = functions(ir);
    Code { lines: functions.iter().map(|(_, lines)| lines).sum(), functions: functions.len() as u64 }
}

/// Returns the functions with the most lines. Functions with the same name are added up.
pub(crate) fn largest(ir: &str) -> Vec<(String, u64, u64)> {
    let mut by_name = BTreeMap::<String, (u64, u64)>::new();
    for (name, lines) in functions(ir) {
        let (all, copies) = by_name.entry(without_digits(name)).or_default();
        *all += lines;
        *copies += 1;
    }
    let mut largest: Vec<_> = by_name.into_iter().map(|(name, (lines, copies))| (name, lines, copies)).collect();
    largest.sort_by_key(|(_, lines, _)| std::cmp::Reverse(*lines));
    largest
}

fn functions(ir: &str) -> Vec<(&str, u64)> {
    let mut functions = Vec::new();
    // Before each function are a comment with its readable name, and one with its attributes.
    let mut name = "";
    let mut start = None;
    for (at, line) in ir.lines().enumerate() {
        if let Some(comment) = line.strip_prefix("; ") {
            if start.is_none() && !comment.starts_with("Function Attrs") {
                name = comment;
            }
        } else if line.starts_with("define ") {
            start = Some(at);
        } else if line == "}"
            && let Some(start) = start.take()
        {
            functions.push((name, (at - start + 1) as u64));
        }
    }
    functions
}

/// Removes the digits of a name, so that the functions of all resources count as one.
fn without_digits(name: &str) -> String {
    name.chars().filter(|c| !c.is_ascii_digit()).collect()
}
