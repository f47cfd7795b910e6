//! Disagreements that are planted in a document, and found at their places.

use pivotal_openapi::{Check, Disagreement, Document};
use serde_json::Value;

use crate::changes::Change;
use crate::notes::{ENDPOINTS, call_all, document};

/// Two lines a case: the change, and the disagreement that it leads to.
pub(crate) const OF_DECLARATIONS: &str = include_str!("planted/declarations.txt");
const OF_DATA: &str = include_str!("planted/data.txt");

fn found(document: &Value) -> Vec<Disagreement> {
    let document = Document::parse(&document.to_string()).unwrap();
    let mut check = Check::new(&document);
    check.endpoints(ENDPOINTS);
    check.disagreements()
}

fn found_in_calls(document: &Value) -> Vec<Disagreement> {
    let document = Document::parse(&document.to_string()).unwrap();
    let mut check = Check::new(&document);
    check.endpoints(ENDPOINTS);
    call_all(&mut check);
    check.disagreements()
}

fn cases(text: &str) -> Vec<(&str, &str)> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let lines: Vec<&str> = lines.map(str::trim).collect();
    lines.chunks(2).map(|case| (case[0], case[1])).collect()
}

/// Checks that each change leads to its disagreement and to no other.
pub(crate) fn expect_one(text: &str, found: impl Fn(&Value) -> Vec<Disagreement>) {
    let mut failures = Vec::new();
    for (change, expected) in cases(text) {
        let mut document = document();
        Change::parse(change).apply(&mut document);
        let found = found(&document);
        let starts: Vec<_> = found.iter().map(|one| format!("{} {}", one.kind(), one.place())).collect();
        if starts != [expected] {
            let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
            failures.push(format!("{change}\nexpected {expected}, found:\n  {}", lines.join("\n  ")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn more_than_forty_disagreements_are_planted() {
    assert!(cases(OF_DECLARATIONS).len() >= 30 && cases(OF_DATA).len() >= 30);
}

#[test]
fn unchanged_document_agrees() {
    assert_eq!(found(&document()), []);
    assert_eq!(found_in_calls(&document()), []);
}

#[test]
fn planted_disagreements_of_declarations_are_found_at_their_places() {
    expect_one(OF_DECLARATIONS, found);
}

#[test]
fn planted_disagreements_of_data_are_found_at_their_places() {
    expect_one(OF_DATA, found_in_calls);
}

#[test]
fn calls_report_disagreements_of_declarations_once() {
    expect_one(OF_DECLARATIONS, found_in_calls);
}
