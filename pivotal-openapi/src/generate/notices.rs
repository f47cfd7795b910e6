//! Parts of a document that have no declaration.

use super::api;
use crate::contract::{Kind, Operation, Problem, Scheme, mistyped, schemes};
use crate::document::Document;

/// The types of the members of a document.
const MEMBERS: [(&str, Kind); 7] = [
    ("info", Kind::Object),
    ("servers", Kind::List),
    ("tags", Kind::List),
    ("security", Kind::List),
    ("paths", Kind::Object),
    ("components", Kind::Object),
    ("webhooks", Kind::Object),
];

/// Returns the problems of the members of a document.
pub(super) fn of_document(document: &Document) -> Vec<Problem> {
    let root = document.root();
    let mut problems = mistyped(&root, &MEMBERS);
    let components = root.get("components");
    if let Some(components) = &components {
        let members = [("schemas", Kind::Object), ("securitySchemes", Kind::Object)];
        problems.extend(mistyped(components, &members));
    }
    if let Some(webhooks) = root.get("webhooks").filter(|webhooks| webhooks.node.entries().next().is_some()) {
        problems.push(Problem::new(&webhooks.place, "webhooks are requests of the server, which are not declared"));
    }
    if let Some(server) = root.items_of("servers").into_iter().next()
        && api::base_url(document).is_none()
    {
        problems.push(Problem::new(&server.place, "the server has no complete URL; set the base URL of the client"));
    }
    for (name, scheme) in schemes(document) {
        let is_declared = match scheme {
            Scheme::Bearer | Scheme::Basic => true,
            Scheme::ApiKey { location, .. } => matches!(location, "header" | "query"),
            Scheme::Other(_) => false,
        };
        if let Some(components) = components.as_ref().filter(|_| !is_declared) {
            let place = components.place.join("securitySchemes").join(name);
            problems.push(Problem::new(&place, format!("write `Credentials` of your own for the scheme `{name}`")));
        }
    }
    problems
}

/// Returns one problem for the headers of responses, at the first of them. `Link` is used for pages.
pub(super) fn of_response_headers(operations: &[Operation<'_>]) -> Option<Problem> {
    let responses = operations.iter().flat_map(|operation| &operation.responses);
    let headers = responses.flat_map(|response| response.cursor.entries_of("headers"));
    let mut others = headers.filter(|(name, _)| !name.eq_ignore_ascii_case("link")).map(|(_, header)| header.place);
    let first = others.next()?;
    let message = match others.count() {
        0 => "the header of a response has no type; return `Response<T>` to read it".to_owned(),
        more => format!(
            "the headers of responses have no types, here and in {more} more; return `Response<T>` to read them"
        ),
    };
    Some(Problem::new(&first, message))
}
