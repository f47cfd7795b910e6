//! Compile errors: `ui/fail` has one mistake a file, with its recorded error, and `ui/pass` has declarations that must
//! compile. `TRYBUILD=overwrite cargo test --test ui` records the errors again; with `-- declarations trybuild=PART`, only
//! those of files whose names contain that part.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "ui/advice.rs"]
mod advice;

use std::fs;
use std::path::{Path, PathBuf};

/// Apart from those that pass: trybuild checks files in one run of Cargo if none of them has to be built.
#[test]
fn refused_declarations() {
    trybuild::TestCases::new().compile_fail("tests/ui/fail/*.rs");
}

#[test]
fn declarations() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}

/// A file under `ui/fail`: its name, and the first lines of its recorded errors, with their notes.
struct Case {
    name: String,
    errors: Vec<String>,
    notes: Vec<String>,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/fail");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut sources: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "rs")).collect();
    sources.sort();
    let case = |source: PathBuf| {
        let recorded = fs::read_to_string(source.with_extension("stderr")).unwrap_or_default();
        let errors = recorded.lines().filter(|line| line.starts_with("error")).map(str::to_owned).collect();
        let notes = recorded.lines().filter_map(|line| line.split_once("= note: ")).map(|(_, note)| note.to_owned());
        Case { name: source.file_stem().unwrap().to_string_lossy().into_owned(), errors, notes: notes.collect() }
    };
    sources.into_iter().map(case).collect()
}

/// `error[E0277]: message` or `error: message`
fn message(error: &str) -> &str {
    error.split_once(": ").map_or(error, |(_, message)| message)
}

/// `Pages` has the items of a page, so its type is valid for pages only. rustc reports that wherever the type is used.
const REPEATED: [&str; 2] = ["bound-pages-item", "bound-pages-page"];

#[test]
fn one_mistake_is_one_error() {
    let cases = cases();
    assert!(cases.len() >= 300, "{} cases", cases.len());
    for Case { name, mut errors, .. } in cases {
        if REPEATED.contains(&name.as_str()) {
            errors.dedup();
        }
        let is_as_many = if name.starts_with("several-") { errors.len() > 1 } else { errors.len() == 1 };
        assert!(is_as_many, "{name}: {errors:#?}");
    }
}

#[test]
fn the_catalogue_lists_each_message_and_no_other() {
    let catalogue = include_str!("../pivotal-macros/DIAGNOSTICS.md");
    // `| declaration | message |`, and a third column where the compiler adds a note.
    let rows = catalogue.lines().filter(|line| line.starts_with("| `"));
    let listed: Vec<&str> =
        rows.clone().filter_map(|row| row.split(" | ").nth(1)).map(|cell| cell.trim_end_matches(" |")).collect();
    let (errors, notes): (Vec<_>, Vec<_>) = cases().into_iter().map(|case| (case.errors, case.notes)).unzip();
    let (errors, notes_of_cases) = (errors.concat(), notes.concat());
    let recorded: Vec<&str> = errors.iter().map(|error| message(error)).collect();
    let missing: Vec<_> = recorded.iter().filter(|message| !listed.contains(message)).collect();
    assert!(missing.is_empty(), "add to DIAGNOSTICS.md: {missing:#?}");
    let stale: Vec<_> = listed.iter().filter(|message| !recorded.contains(message)).collect();
    assert!(stale.is_empty(), "no case gives these any more: {stale:#?}");
    // A note in parentheses is advice of the page, not of the compiler.
    let notes = rows.filter_map(|row| row.split(" | ").nth(2)).map(|cell| cell.trim_end_matches(" |"));
    let stale: Vec<_> =
        notes.filter(|note| !note.starts_with('(') && !notes_of_cases.iter().any(|known| known == note)).collect();
    assert!(stale.is_empty(), "no case has these notes any more: {stale:#?}");
}
