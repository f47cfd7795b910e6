//! The list of known disagreements, and documents of other forms.

use pivotal_openapi::{Check, Document};
use serde_json::{Value, json};

use crate::notes::{ENDPOINTS, document};

fn lines(document: &Value, known: &str) -> Vec<String> {
    let document = Document::parse(&document.to_string()).unwrap();
    let mut check = Check::new(&document);
    check.endpoints(ENDPOINTS).known(known);
    check.disagreements().iter().map(ToString::to_string).collect()
}

/// The document without the status of a declaration.
fn without_status() -> Value {
    let mut document = document();
    document["paths"]["/notes/{noteId}"]["get"]["responses"].as_object_mut().unwrap().remove("404");
    document
}

const KNOWN: &str = "\n# A comment\n  status #/paths/~1notes~1{noteId}/get/responses  It is to be added.\n";

#[test]
fn known_disagreements_are_not_reported() {
    assert_eq!(lines(&without_status(), "").len(), 1);
    assert_eq!(lines(&without_status(), KNOWN), [""; 0]);
}

#[test]
fn lines_of_a_report_are_known_disagreements() {
    let reported = lines(&without_status(), "").join("\n");
    assert_eq!(lines(&without_status(), &reported), [""; 0]);
}

#[test]
fn known_disagreement_that_does_not_occur_is_reported() {
    let expected = "known #/paths/~1notes~1{noteId}/get/responses: the known disagreement `status \
                    #/paths/~1notes~1{noteId}/get/responses` does not occur; remove line 3";
    assert_eq!(lines(&document(), KNOWN), [expected]);
}

#[test]
fn known_disagreement_of_another_kind_is_reported() {
    let known = "style #/paths/~1notes~1{noteId}/get/responses It is another one.";
    let found = lines(&without_status(), known);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn lines_that_cannot_be_read_are_reported() {
    let cases = [
        ("status #/paths", "the reason is missing; write it after the place"),
        ("stats #/paths reason", "`stats` is no kind of a disagreement"),
        ("status /paths reason", "`/paths` is no place; write it like `#/paths/~1notes/get`"),
    ];
    for (line, message) in cases {
        let expected = format!("known #: line 1 of the known disagreements cannot be read: {message}");
        assert_eq!(lines(&document(), line), [expected], "{line}");
    }
}

#[test]
fn undeclared_operations_can_be_allowed() {
    let document = Document::parse(&document().to_string()).unwrap();
    let mut check = Check::new(&document);
    check.endpoints(&ENDPOINTS[1..]);
    assert_eq!(check.disagreements().len(), 1);
    assert_eq!(check.allow_undeclared().disagreements(), []);
}

#[test]
#[should_panic(expected = "1 disagreement between declarations and the document:\nstatus #/paths/~1notes")]
fn assert_panics_with_the_list() {
    let document = Document::parse(&without_status().to_string()).unwrap();
    Check::new(&document).endpoints(ENDPOINTS).assert();
}

#[test]
fn parts_that_cannot_be_read_are_reported() {
    let mut document = document();
    document["paths"]["/health"]["get"]["parameters"] = json!([{ "in": "query" }]);
    let found = lines(&document, "");
    assert!(found[0].starts_with("document #/paths/~1health/get/parameters/0: GET /health: "), "{found:?}");
}
