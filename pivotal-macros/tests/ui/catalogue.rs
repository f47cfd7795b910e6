//! Compares `DIAGNOSTICS.md` with the recorded cases.

use super::cases::{cases, message};

#[test]
fn catalogue_lists_each_message_and_no_other() {
    let catalogue = include_str!("../../DIAGNOSTICS.md");
    // `| declaration | message |`, and a third column for a note of the compiler.
    let rows = catalogue.lines().filter(|line| line.starts_with("| `"));
    let listed: Vec<&str> =
        rows.clone().filter_map(|row| row.split(" | ").nth(1)).map(|cell| cell.trim_end_matches(" |")).collect();
    let (errors, recorded_notes): (Vec<_>, Vec<_>) = cases().into_iter().map(|case| (case.errors, case.notes)).unzip();
    let (errors, recorded_notes) = (errors.concat(), recorded_notes.concat());
    let recorded: Vec<&str> = errors.iter().map(|error| message(error)).collect();
    let missing: Vec<_> = recorded.iter().filter(|message| !listed.contains(message)).collect();
    assert!(missing.is_empty(), "add to DIAGNOSTICS.md: {missing:#?}");
    let stale: Vec<_> = listed.iter().filter(|message| !recorded.contains(message)).collect();
    assert!(stale.is_empty(), "no case has these messages: {stale:#?}");
    // A note in parentheses is advice of the page, not of the compiler.
    let notes = rows.filter_map(|row| row.split(" | ").nth(2)).map(|cell| cell.trim_end_matches(" |"));
    let stale: Vec<_> =
        notes.filter(|note| !note.starts_with('(') && !recorded_notes.iter().any(|known| known == note)).collect();
    assert!(stale.is_empty(), "no case has these notes: {stale:#?}");
}
