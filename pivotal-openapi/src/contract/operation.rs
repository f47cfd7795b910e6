//! Operations: a method of a path.

use super::{Media, Parameter, Problem, Response, Security};
use crate::document::{Cursor, Document};

/// The methods of a path, in the order of the specification.
pub(crate) const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// An operation: a method of a path.
#[derive(Clone)]
pub(crate) struct Operation<'d> {
    pub(crate) cursor: Cursor<'d>,
    /// In upper case.
    pub(crate) method: String,
    /// With placeholders such as `{id}`.
    pub(crate) path: &'d str,
    pub(crate) id: Option<&'d str>,
    pub(crate) tags: Vec<&'d str>,
    pub(crate) is_deprecated: bool,
    pub(crate) parameters: Vec<Parameter<'d>>,
    pub(crate) body: Option<RequestBody<'d>>,
    pub(crate) responses: Vec<Response<'d>>,
    pub(crate) security: Security,
}

/// The body of a request.
#[derive(Clone)]
pub(crate) struct RequestBody<'d> {
    pub(crate) cursor: Cursor<'d>,
    pub(crate) is_required: bool,
    pub(crate) contents: Vec<Media<'d>>,
}

impl Operation<'_> {
    /// The name for messages: `GET /notes/{id}`.
    pub(crate) fn request_line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

/// Returns the operations in the order of the document, and the reasons why others cannot be read.
pub(crate) fn operations(document: &Document) -> Vec<Result<Operation<'_>, (String, Problem)>> {
    let root = document.root();
    let mut operations = Vec::new();
    for (path, item) in root.entries_of("paths") {
        if path.starts_with("x-") {
            continue;
        }
        let item = match item.clone().resolve() {
            Ok(item) => item,
            Err(message) => {
                operations.push(Err((path.to_owned(), Problem::new(&item.place, message))));
                continue;
            }
        };
        for (key, cursor) in item.entries().filter(|(key, _)| METHODS.contains(key)) {
            let method = key.to_ascii_uppercase();
            let named = |problem| (format!("{method} {path}"), problem);
            operations.push(read(&root, &item, &cursor, path, method.clone()).map_err(named));
        }
    }
    operations
}

fn read<'d>(
    root: &Cursor<'d>,
    item: &Cursor<'d>,
    cursor: &Cursor<'d>,
    path: &'d str,
    method: String,
) -> Result<Operation<'d>, Problem> {
    let body = match cursor.get("requestBody") {
        None => None,
        Some(body) => {
            let body = body.clone().resolve().map_err(|message| Problem::new(&body.place, message))?;
            let is_required = body.is_true("required");
            Some(RequestBody { contents: Media::all(&body), is_required, cursor: body })
        }
    };
    Ok(Operation {
        method,
        path,
        id: cursor.text("operationId"),
        tags: cursor.items_of("tags").iter().filter_map(|tag| tag.node.as_str()).collect(),
        is_deprecated: cursor.is_true("deprecated"),
        parameters: Parameter::all(item, cursor)?,
        body,
        responses: Response::all(cursor)?,
        security: Security::read(root, cursor),
        cursor: cursor.clone(),
    })
}
