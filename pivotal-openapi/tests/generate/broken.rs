//! Texts that are no documents, and documents with any value at any place.

use std::fs;
use std::path::PathBuf;

use pivotal_openapi::{Document, Generator};
use serde_json::{Value, json};

use crate::documents::folder;

#[test]
fn text_that_is_no_document_is_rejected() {
    let cases = [
        ("", "`openapi` is missing, so this is not an OpenAPI document"),
        ("openapi: 3", "`openapi` is missing, so this is not an OpenAPI document"),
        ("[]", "`openapi` is missing, so this is not an OpenAPI document"),
        ("swagger: '2.0'", "Swagger 2.0 is not supported; convert the document to OpenAPI 3"),
        ("openapi: 4.0.0", "OpenAPI 4.0.0 is not supported; convert the document to 3.0 or 3.1"),
    ];
    for (text, message) in cases {
        assert_eq!(Document::parse(text).unwrap_err().to_string(), message, "{text}");
    }
    for text in ["{", "a: [", "\u{0}"] {
        assert!(Document::parse(text).is_err(), "{text}");
    }
}

/// The folder with further documents in JSON, for a longer run.
const FOLDER: &str = "PIVOTAL_OPENAPI_BROKEN";

/// Replaces each value of a document in turn by values of other types.
#[test]
fn no_value_of_a_document_is_a_panic() {
    let values = [json!(true), json!(""), json!("{"), json!([null]), json!({ "$ref": "#" })];
    let further = std::env::var_os(FOLDER).map(|folder| fs::read_dir(folder).unwrap());
    let mut paths: Vec<PathBuf> = further.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.push(folder().join("tests/documents/nullable-3-1.json"));
    for path in paths {
        let document: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut pointers = Vec::new();
        collect(&document, String::new(), &mut pointers);
        for pointer in pointers {
            for value in &values {
                let mut changed = document.clone();
                *changed.pointer_mut(&pointer).unwrap() = value.clone();
                let Ok(document) = Document::parse(&changed.to_string()) else { continue };
                for (file, code) in Generator::new(&document).generate().files() {
                    let at = || format!("{file} of {} with {value} at {pointer}", path.display());
                    assert!(syn::parse_file(code).is_ok(), "{}", at());
                }
            }
        }
    }
}

/// Collects the pointers to all values.
fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{pointer}/{index}"), pointers);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect(member, format!("{pointer}/{key}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(pointer);
}
