//! Applies the first fix of each message about `tests/declarations` to the letter, and expands the result.
//!
//! `fixed.md` has the lines that change, and what the macro reports next. Read there whether a declaration sends what its author
//! meant. A message that is not listed is prose: it suggests no code, or code that only the author can complete.

use std::fmt::Write;

use expect_test::expect_file;
use proc_macro2::TokenStream;

use super::declarations::{Case, cases};
use super::{Mistake, mistakes_in};

/// Words in suggested code that stand for the user's own.
const EXAMPLES: [&str; 6] = ["METHOD", "PATH", "STATUS", "\"Name\"", "<name>", "yours"];

/// Fixes that are in several places.
const PROSE: [&str; 4] = ["add a parameter", "add the bound", "and remove it here", "pass the complete value"];

/// The source after the fix, or `None` if the message is prose.
fn fixed(source: &str, mistake: &Mistake) -> Option<String> {
    let (wrong, fix) = mistake.message.split_once("; ")?;
    if EXAMPLES.iter().any(|example| fix.contains(example)) {
        return None;
    }
    if PROSE.iter().any(|prose| fix.contains(prose)) {
        return None;
    }
    let (start, end) = marked(source, mistake)?;
    let (before, marked, after) = (source.get(..start)?, source.get(start..end)?, source.get(end..)?);
    let replaced = |new: &str| Some(format!("{before}{new}{after}"));
    if fix.starts_with("write it for") {
        let separator = if wrong.contains("`,`") { "," } else { "=" };
        return replaced(separator);
    }
    if fix.starts_with("remove this") {
        return replaced("");
    }
    if fix.starts_with("write `\"")
        && let Some(removed) = quoted(fix, ", and remove ")
    {
        let without = removed_from(before, marked, after, removed);
        let (start, from_path) = without.split_once('"')?;
        let (_, end) = from_path.split_once('"')?;
        return Some(format!("{start}{}{end}", quoted(fix, "write ")?));
    }
    if let Some(rest) = fix.strip_prefix("remove `async`") {
        let source = source.replacen("async ", "", 1);
        return Some(match (quoted(rest, "write "), quoted(rest, " for ")) {
            (Some(new), Some(old)) => source.replacen(old, new, 1),
            _ => source,
        });
    }
    if let Some(removed) = quoted(fix, "remove ") {
        return Some(removed_from(before, marked, after, removed));
    }
    if let Some(added) = quoted(fix, "add `").is_none().then(|| quoted(fix, "add ")).flatten() {
        let is_pair = added.contains(" = ");
        let source = source.replacen(&format!("#[{marked}] "), "", 1);
        return is_pair.then(|| source.replacen(")]", &format!(", {added})]"), 1));
    }
    let new = quoted(fix, "write ")?;
    // A header or a field takes the place of its pair.
    if let Some((key, _)) = new.split_once(" = ").filter(|(key, _)| key.ends_with("\")"))
        && let Some(start) = before.rfind(key)
    {
        return Some(format!("{}{new}{after}", before.get(..start)?));
    }
    let (_, from_new) = fix.split_once(&format!("`{new}`"))?;
    let old = quoted(from_new, " for ").or_else(|| quoted(from_new, " for the first "));
    let named = quoted(wrong, "").filter(|named| marked.contains(named) && !new.starts_with('"'));
    match old.or(named) {
        // It is escaped in the literal.
        Some("\\") => replaced(&marked.replace("\\\\", new)),
        Some(old) if marked.contains(old) => replaced(&marked.replacen(old, new, 1)),
        Some(old) => source.contains(old).then(|| source.replacen(old, new, 1)),
        // `:` in a literal is not replaced by all of the path.
        None if marked.starts_with('"') && !new.contains('"') && !new.contains(" = ") => {
            Some(format!("{before}{new}{after}"))
        }
        None => replaced(new),
    }
}

fn removed_from(before: &str, marked: &str, after: &str, removed: &str) -> String {
    let rest = format!("{marked}{after}");
    if rest.starts_with(removed) {
        // A pair goes with its value and the comma in front of it.
        let is_pair = matches!(rest.as_bytes().get(removed.len()), Some(b' ' | b'('));
        let end = [", ", ")]"].iter().filter_map(|end| rest.find(end)).min().filter(|_| is_pair);
        let rest = rest.get(end.unwrap_or(removed.len())..).unwrap_or_default();
        let before = if is_pair { before.trim_end_matches([',', ' ']) } else { before };
        return format!("{before}{rest}");
    }
    let start = format!("{before}{marked}").rfind(removed).unwrap_or(before.len());
    let before = before.get(..start).unwrap_or(before).trim_end_matches([',', ' ']);
    let end = after.find([',', ')']).unwrap_or(0);
    format!("{before}{}", after.get(end..).unwrap_or_default())
}

/// The first and the last byte of the marked text.
fn marked(source: &str, mistake: &Mistake) -> Option<(usize, usize)> {
    let ((line, column), width) = (mistake.place?, mistake.width?);
    let start_of_line: usize = source.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let text = source.get(start_of_line..)?;
    let at = |characters: usize| text.char_indices().nth(characters).map(|(at, _)| start_of_line + at);
    Some((at(column - 1)?, at(column - 1 + width)?))
}

/// The text between two backticks, after this.
fn quoted<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    let (_, quoted) = text.split_once(&format!("{before}`"))?;
    quoted.split_once('`').map(|(quoted, _)| quoted)
}

fn section(case: &Case, mistake: &Mistake, fixed: &str) -> String {
    let mut section = format!("\n## {}\n\n{}\n\n```rust\n", case.name, mistake.message);
    for (line, _) in fixed.lines().zip(case.source.lines()).filter(|(new, old)| new != old) {
        writeln!(section, "{line}").unwrap();
    }
    section.push_str("```\n");
    for next in mistakes_in(fixed) {
        writeln!(section, "\nnext: {}", next.message).unwrap();
    }
    section
}

#[test]
fn suggested_fixes_lead_to_other_results() {
    let mut recorded = String::from("# Declarations after the suggested fix\n");
    for case in cases() {
        let given = mistakes_in(&case.source);
        let [mistake] = given.as_slice() else { continue };
        let Some(fixed) = fixed(&case.source, mistake) else { continue };
        assert!(fixed.parse::<TokenStream>().is_ok(), "{}: {fixed}", case.name);
        let next = mistakes_in(&fixed);
        assert!(!next.contains(mistake), "{}: the fix changes nothing: {fixed}", case.name);
        recorded.push_str(&section(&case, mistake, &fixed));
    }
    expect_file!["../../tests/declarations/fixed.md"].assert_eq(&recorded);
}
