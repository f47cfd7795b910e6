//! Operations that progenitor generates from an `OpenAPI` document, with the same data types.

use progenitor::{GenerationSettings, Generator};
use serde_json::{Map, Value, json};

use crate::api::{Action, Operation};

pub(super) fn sources(operations: &[Operation]) -> Vec<(String, String)> {
    let document = serde_json::from_value(document(operations)).expect("an `OpenAPI` document");
    let mut settings = GenerationSettings::new();
    for name in schemas(operations) {
        settings.with_replacement(&name, format!("shapes::{name}"), std::iter::empty());
    }
    let code = Generator::new(&settings).generate_tokens(&document).expect("a client");
    let library = "//! Generated.\n\n#[allow(dead_code)]\nmod code;\npub mod uses;\n\npub use code::Client;\n\npub fn client(base_url: &str) -> Client {\n    Client::new(base_url)\n}\n";
    vec![("lib.rs".to_owned(), library.to_owned()), ("code.rs".to_owned(), code.to_string())]
}

/// The names of the types in the operations.
fn schemas(operations: &[Operation]) -> Vec<String> {
    let mut names: Vec<_> =
        operations.iter().flat_map(|operation| [Some(operation.response()), operation.body()]).collect();
    names.push(Some("ErrorEnvelope".to_owned()));
    names.sort();
    names.dedup();
    names.into_iter().flatten().collect()
}

fn document(operations: &[Operation]) -> Value {
    let mut paths = Map::new();
    for operation in operations {
        let id = if operation.has_id() { "/{id}" } else { "" };
        let path = paths.entry(format!("{}{id}", operation.path())).or_insert_with(|| json!({}));
        path[operation.method().to_ascii_lowercase()] = declaration(*operation);
    }
    let schemas: Map<_, _> = schemas(operations)
        .into_iter()
        .map(|name| (name, json!({ "type": "object", "properties": { "id": { "type": "string" } } })))
        .collect();
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Items", "version": "1" },
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

fn declaration(operation: Operation) -> Value {
    let mut parameters = Vec::new();
    if operation.has_id() {
        parameters.push(json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }));
    }
    if matches!(operation.action, Action::List) {
        let limit = json!({ "type": "integer", "format": "uint32" });
        parameters.push(json!({ "name": "limit", "in": "query", "schema": limit }));
        parameters.push(json!({ "name": "cursor", "in": "query", "schema": { "type": "string" } }));
    }
    let mut declaration = json!({
        "operationId": operation.name(),
        "summary": "Calls the operation",
        "parameters": parameters,
        "responses": {
            "200": { "description": "Done", "content": content(&operation.response()) },
            "4XX": { "description": "Refused", "content": content("ErrorEnvelope") },
        },
    });
    if let Some(body) = operation.body() {
        declaration["requestBody"] = json!({ "required": true, "content": content(&body) });
    }
    declaration
}

fn content(schema: &str) -> Value {
    json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } })
}
