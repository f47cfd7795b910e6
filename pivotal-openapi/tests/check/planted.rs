//! Disagreements that are planted in a document, and found at their places.

use pivotal_openapi::{Check, Disagreement, Document, Kind};
use serde_json::{Value, json};

use crate::changes::{Change, Remove, Rename, Set};
use crate::notes::{ENDPOINTS, document};

/// A change, and the disagreement that it leads to.
type Planted = (Change, Kind, &'static str);

fn found(document: &Value) -> Vec<Disagreement> {
    let document = Document::parse(&document.to_string()).unwrap();
    let mut check = Check::new(&document);
    check.endpoints(ENDPOINTS);
    check.disagreements()
}

/// The disagreements of declarations and operations.
fn of_declarations() -> Vec<Planted> {
    use Kind::{Auth, Body, Operation, OperationId, Parameter, Status, Style, Undeclared};

    let text = || json!({ "schema": { "type": "string" } });
    let limit =
        |location: &str| json!({ "name": "limit", "in": location, "required": true, "schema": { "type": "integer" } });
    vec![
        (Rename("/paths/~1login", "~1session"), Operation, "#/paths/~1session"),
        (
            Rename("/paths/~1notes~1{noteId}~1image", "~1notes~1{noteId}~1picture"),
            Operation,
            "#/paths/~1notes~1{noteId}~1picture",
        ),
        (Rename("/paths/~1export/post", "get"), Operation, "#/paths/~1export/get"),
        (Remove("/paths/~1health"), Operation, "#/paths"),
        (Set("/paths/~1version", json!({ "get": { "responses": {} } })), Undeclared, "#/paths/~1version/get"),
        (
            Set("/paths/~1notes/head", json!({ "operationId": "hasNotes", "responses": {} })),
            Undeclared,
            "#/paths/~1notes/head",
        ),
        (Set("/servers/0/url", json!("https://notes.example/v2")), Operation, "#/servers"),
        (
            Set("/paths/~1notes~1{noteId}/get/operationId", json!("readNote")),
            OperationId,
            "#/paths/~1notes~1{noteId}/get/operationId",
        ),
        (Remove("/paths/~1notes/get/parameters/1"), Parameter, "#/paths/~1notes/get/parameters"),
        (Set("/paths/~1notes/get/parameters/1", limit("header")), Parameter, "#/paths/~1notes/get/parameters/1"),
        (
            Set("/paths/~1notes~1{noteId}/get/parameters/0/name", json!("language")),
            Parameter,
            "#/paths/~1notes~1{noteId}/get/parameters/0",
        ),
        (
            Set("/paths/~1notes~1{noteId}/get/parameters/0/in", json!("header")),
            Parameter,
            "#/paths/~1notes~1{noteId}/get/parameters/0",
        ),
        (
            Set("/paths/~1notes/get/parameters/-", json!({ "name": "sort", "in": "query", "required": true })),
            Parameter,
            "#/paths/~1notes/get/parameters/5",
        ),
        (Set("/components/parameters/Tenant/name", json!("X-Workspace")), Parameter, "#/components/parameters/Tenant"),
        (
            Set("/paths/~1events/get/parameters", json!([{ "name": "X-Tenant", "in": "header", "required": true }])),
            Parameter,
            "#/paths/~1events/get/parameters/0",
        ),
        (
            Set("/paths/~1events/get/parameters", json!([{ "name": "session", "in": "cookie", "required": true }])),
            Parameter,
            "#/paths/~1events/get/parameters/0",
        ),
        (
            Remove(
                "/paths/~1login/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/grant_type",
            ),
            Parameter,
            "#/paths/~1login/post/requestBody/content/application~1x-www-form-urlencoded/schema",
        ),
        (Remove("/paths/~1notes/get/parameters/3/explode"), Style, "#/paths/~1notes/get/parameters/3"),
        (Set("/paths/~1search/get/parameters/1/explode", json!(false)), Style, "#/paths/~1search/get/parameters/1"),
        (
            Set("/paths/~1search/get/parameters/2/style", json!("spaceDelimited")),
            Style,
            "#/paths/~1search/get/parameters/2",
        ),
        (
            Set("/paths/~1notes/get/parameters/1/content", json!({ "application/json": {} })),
            Style,
            "#/paths/~1notes/get/parameters/1",
        ),
        (Remove("/paths/~1notes/post/requestBody"), Body, "#/paths/~1notes/post"),
        (
            Set("/paths/~1export/post/requestBody", json!({ "required": true, "content": { "text/plain": {} } })),
            Body,
            "#/paths/~1export/post/requestBody",
        ),
        (
            Set("/paths/~1notes/post/requestBody/content", json!({ "application/xml": {} })),
            Body,
            "#/paths/~1notes/post/requestBody/content",
        ),
        (
            Rename(
                "/paths/~1notes~1{noteId}/patch/requestBody/content/application~1merge-patch+json",
                "application~1json",
            ),
            Body,
            "#/paths/~1notes~1{noteId}/patch/requestBody/content",
        ),
        (
            Set("/paths/~1notes~1{noteId}~1image/put/requestBody/content", json!({ "image/jpeg": text() })),
            Body,
            "#/paths/~1notes~1{noteId}~1image/put/requestBody/content",
        ),
        (
            Rename("/paths/~1events/get/responses/200/content/text~1event-stream", "application~1json"),
            Body,
            "#/paths/~1events/get/responses/200/content",
        ),
        (Rename("/paths/~1notes/post/responses/201", "200"), Status, "#/paths/~1notes/post/responses/200"),
        (
            Set("/paths/~1notes~1{noteId}/delete/responses/202", json!({ "description": "Later." })),
            Status,
            "#/paths/~1notes~1{noteId}/delete/responses/202",
        ),
        (Remove("/paths/~1export/post/responses/202"), Status, "#/paths/~1export/post/responses"),
        (Remove("/paths/~1notes~1{noteId}/get/responses/404"), Status, "#/paths/~1notes~1{noteId}/get/responses"),
        (Remove("/paths/~1health/get/security"), Auth, "#/security"),
        (Set("/paths/~1export/post/security", json!([])), Auth, "#/paths/~1export/post/security"),
    ]
}

fn expect_one(changes: Vec<Planted>, found: impl Fn(&Value) -> Vec<Disagreement>) -> usize {
    let count = changes.len();
    let mut failures = Vec::new();
    for (change, kind, place) in changes {
        let mut document = document();
        change.apply(&mut document);
        let found = found(&document);
        let is_expected = |one: &Disagreement| one.kind() == kind && one.place().to_string() == place;
        if found.len() != 1 || !found.iter().all(is_expected) {
            let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
            failures.push(format!("expected {kind} {place}, found:\n  {}", lines.join("\n  ")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    count
}

#[test]
fn unchanged_document_agrees() {
    let found: Vec<_> = found(&document()).iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn planted_disagreements_of_declarations_are_found_at_their_places() {
    expect_one(of_declarations(), found);
}
