//! Declarations in source text.

use pivotal_openapi::{Check, Disagreement, Document};
use serde_json::Value;

use crate::notes::document;
use crate::planted::{OF_DECLARATIONS, expect_one};

fn found(document: &Value) -> Vec<Disagreement> {
    let document = Document::parse(&document.to_string()).unwrap();
    let mut check = Check::new(&document);
    check.sources([("notes.rs", include_str!("notes.rs"))]).unwrap();
    check.disagreements()
}

#[test]
fn sources_agree_with_the_document() {
    assert_eq!(found(&document()), []);
}

#[test]
fn planted_disagreements_of_sources_are_found_at_their_places() {
    expect_one(OF_DECLARATIONS, found);
}

fn error(source: &str) -> String {
    let document = Document::parse(&document().to_string()).unwrap();
    Check::new(&document).sources([("a.rs", source)]).unwrap_err().to_string()
}

#[test]
fn sources_that_cannot_be_read_are_errors_with_a_line() {
    assert!(error("fn").starts_with("a.rs:1: "));
    assert!(error("trait A {\n    #[endpoint(GET \"/a\")]\n    async fn a(&self);\n}").starts_with("a.rs:2: "));
}

/// Returns the disagreements of a trait with a document that has these operations.
fn lines(source: &str, paths: &str) -> Vec<String> {
    let document = Document::parse(&format!(r#"{{ "openapi": "3.1.0", "paths": {paths} }}"#)).unwrap();
    let mut check = Check::new(&document);
    check.sources([("a.rs", source)]).unwrap();
    check.disagreements().iter().map(ToString::to_string).collect()
}

#[test]
fn defaults_of_the_trait_apply() {
    let source = r#"
        mod a {
            #[endpoints("/v1/teams/<team>?api-version=2", header("X-Tenant") = tenant, success = [200, 201], auth = none)]
            pub trait Teams {
                #[cfg_attr(feature = "teams", endpoint(POST, "/members?<role>&api-version=3", body = member, response = Map<String, A>))]
                async fn add(&self, team: u64, tenant: &str, role: &str, member: &Member);
            }
        }
    "#;
    let paths = r#"{ "/v1/teams/{id}/members": { "post": {
        "security": [{ "key": [] }],
        "parameters": [
            { "name": "api-version", "in": "query", "required": true },
            { "name": "role", "in": "query" },
            { "name": "x-tenant", "in": "header" }
        ],
        "requestBody": { "content": { "application/json": {} } },
        "responses": { "201": { "description": "" } }
    } } }"#;
    let start = "#/paths/~1v1~1teams~1{id}~1members/post";
    let subject = "`add` (POST /v1/teams/<team>/members) at a.rs:5";
    let expected = [
        format!("status {start}/responses: {subject}: 200 is declared, and the document has no such response"),
        format!("auth {start}/security: {subject}: credentials are required; remove `auth = none`"),
    ];
    assert_eq!(lines(source, paths), expected);
}
