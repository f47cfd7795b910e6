//! How much there is for LLVM to do.

use std::collections::BTreeMap;

/// What LLVM is given for a crate.
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

/// The functions with the most lines, those of one name together: where to look.
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
    // A comment with the readable name stands before each function, and one with attributes between them.
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

/// The name without digits, so that what is alike for all resources counts as one.
fn without_digits(name: &str) -> String {
    name.chars().filter(|c| !c.is_ascii_digit()).collect()
}
