//! Declarations that somebody wrote who had not seen others of ours, under `tests/declarations`.
//!
//! Each case has the message that its author wanted. `accepted:` is a message that was read and found as right: it points at the
//! token between `⟦` and `⟧`, and a declaration that obeys it sends what was meant. `compiler:` is the same for a message that only
//! the compiler gives, after the macro. Its cases are in `compiler`, which the test `ui` builds. Those that are valid are in `valid`.
//!
//! `given.md` lists what the macro reports now. `UPDATE_EXPECT=1` records it again, and `cargo test -p pivotal-macros --lib
//! declarations -- --nocapture` prints it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use expect_test::expect_file;

use super::{Mistake, mistakes_in, program};

/// A wrong declaration.
pub(super) struct Case {
    pub(super) name: String,
    /// The name of its file under `tests/declarations`.
    pub(super) subject: &'static str,
    /// The declaration without the marks.
    pub(super) source: String,
    /// The line, the column and the width of the text between the marks.
    marked: Option<(usize, usize, usize)>,
    wanted: String,
    accepted: Option<String>,
    by_compiler: Option<String>,
}

impl Case {
    /// Reads a section of a file.
    fn parse(subject: &'static str, section: &str) -> Self {
        let (name, rest) = section.split_once("\n\n```rust\n").unwrap();
        let (code, rest) = rest.split_once("\n```\n").unwrap();
        let field =
            |key: &str| rest.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": ")).map(str::to_owned);
        Self {
            name: name.to_owned(),
            subject,
            source: code.replace(['⟦', '⟧'], ""),
            marked: marked(code),
            wanted: field("wanted").unwrap(),
            accepted: field("accepted"),
            by_compiler: field("compiler"),
        }
    }

    /// `yes`, `no` or `compiler`.
    fn verdict(&self, given: &[Mistake]) -> &'static str {
        match (given, &self.accepted, &self.by_compiler) {
            ([mistake], Some(accepted), _) if mistake.message == *accepted && self.is_marked(mistake) => "yes",
            ([], None, Some(_)) => "compiler",
            _ => "no",
        }
    }

    /// Returns whether an error points at the marked token. Outside of the compiler, the attribute has no place.
    fn is_marked(&self, mistake: &Mistake) -> bool {
        let Some((line, column)) = mistake.place else { return true };
        self.marked.is_none_or(|(start, at, width)| {
            (line, column) == (start, at) && mistake.width.is_none_or(|found| found == width)
        })
    }
}

fn marked(code: &str) -> Option<(usize, usize, usize)> {
    let (before, from_mark) = code.split_once('⟦')?;
    let (inside, _) = from_mark.split_once('⟧')?;
    let last_line = before.rsplit('\n').next()?;
    Some((before.matches('\n').count() + 1, last_line.chars().count() + 1, inside.chars().count()))
}

pub(super) fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/declarations");
    let files = ["template", "query", "arguments", "keys", "values", "types", "parameters", "traits"];
    let read = |file: &str| fs::read_to_string(folder.join(file).with_extension("md")).unwrap();
    let cases = |file| read(file).split("\n## ").skip(1).map(|section| Case::parse(file, section)).collect::<Vec<_>>();
    files.into_iter().flat_map(cases).collect()
}

/// A row for each case, and the place of an error that points elsewhere.
fn table(cases: &[Case]) -> String {
    let rows: Vec<_> = cases.iter().map(|case| (case, mistakes_in(&case.source))).collect();
    let count = |verdict: &str| rows.iter().filter(|(case, given)| case.verdict(given) == verdict).count();
    let (by_macro, by_compiler, all) = (count("yes"), count("compiler"), rows.len());
    let mut table = format!(
        "# What the macro reports\n\n{} of {all} are right: {by_macro} by the macro, {by_compiler} by the compiler.\n\n",
        by_macro + by_compiler
    );
    table.push_str("| case | right | reported | wanted |\n| --- | --- | --- | --- |\n");
    for (case, given) in &rows {
        let given = given.iter().map(|mistake| match mistake.place {
            Some((line, column)) if !case.is_marked(mistake) => format!("{} (at {line}:{column})", mistake.message),
            _ => mistake.message.clone(),
        });
        let given: Vec<_> = given.chain(case.by_compiler.clone()).collect();
        let given = if given.is_empty() { "nothing".to_owned() } else { given.join("; and: ") };
        let verdict = case.verdict(&mistakes_in(&case.source));
        let line = format!("| {} | {verdict} | {} | {} |", case.name, escaped(&given), escaped(&case.wanted));
        writeln!(table, "{line}").unwrap();
    }
    table
}

fn escaped(cell: &str) -> String {
    cell.replace('|', "\\|")
}

/// The message of the compiler in the record of a case, with its note of ours.
fn recorded_by_compiler(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/declarations/compiler/{name}.stderr"));
    let recorded = fs::read_to_string(path).unwrap();
    let message = recorded.lines().next().unwrap().split_once(": ").unwrap().1;
    let mut notes = recorded.lines().filter_map(|line| line.trim_start().strip_prefix("= note: "));
    let note = notes.find(|note| !note.starts_with("this error originates"));
    note.map_or(message.to_owned(), |note| format!("{message}; note: {note}"))
}

#[test]
fn errors_of_the_compiler_are_those_recorded() {
    let mut by_compiler = Vec::new();
    for case in cases() {
        let Some(expected) = case.by_compiler else { continue };
        let is_valid = expected.starts_with("nothing: ");
        let folder = if is_valid { "valid" } else { "compiler" };
        let path = format!("{}/tests/declarations/{folder}/{}.rs", env!("CARGO_MANIFEST_DIR"), case.name);
        expect_file![path].assert_eq(&program("../../fixes/prelude.rs", &case.source));
        if !is_valid {
            by_compiler.push((case.name, expected));
        }
    }
    for (name, expected) in by_compiler {
        let paths = ["prelude::", "std::option::", "pivotal_runtime::"];
        let recorded = paths.iter().fold(recorded_by_compiler(&name), |text, path| text.replace(path, ""));
        assert_eq!(recorded, expected, "{name}");
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "this is the command that prints the table")]
fn reported_errors_are_those_recorded() {
    let cases = cases();
    assert_eq!(cases.len(), 164);
    let table = table(&cases);
    println!("{table}");
    expect_file!["../../tests/declarations/given.md"].assert_eq(&table);
}
