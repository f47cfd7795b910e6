//! Operations: a method of a path.

use indexmap::IndexMap;

use super::{Kind, Media, Parameter, Problem, Response, Security, mistyped};
use crate::document::{Cursor, Document, Node};

/// The methods of a path, in the order of the specification.
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

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
    /// The path items: the own one, and the one that it refers to.
    pub(crate) items: Vec<Cursor<'d>>,
    /// Parts that cannot be read, and are left out.
    pub(crate) problems: Vec<Problem>,
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
    operations_where(document, |_, _| true)
}

/// Returns the operations that are selected by their path and their members.
pub(crate) fn operations_where(
    document: &Document,
    is_selected: impl Fn(&str, &Cursor<'_>) -> bool,
) -> Vec<Result<Operation<'_>, (String, Problem)>> {
    let root = document.root();
    let mut operations = Vec::new();
    for (path, own) in root.entries_of("paths") {
        if path.starts_with("x-") {
            continue;
        }
        let target = match own.clone().resolve() {
            Ok(item) => item,
            Err(message) => {
                if is_selected(path, &own) {
                    operations.push(Err((path.to_owned(), Problem::new(&own.place, message))));
                }
                own.clone()
            }
        };
        // Members beside a reference add to its target, and replace its members.
        let items = if target.place == own.place { vec![own] } else { vec![own, target] };
        if let Some(item) = items.iter().find(|item| !matches!(item.node, Node::Object(_) | Node::Null)) {
            operations.push(Err((path.to_owned(), Problem::new(&item.place, "it is no object"))));
        }
        for (method, cursor) in methods(&items) {
            let named = |problem| (format!("{method} {path}"), problem);
            // The specification has no reference here, but documents of several files do.
            match cursor.clone().resolve() {
                Ok(cursor) if is_selected(path, &cursor) => {
                    // Some documents distinguish operations of one path by a fragment, which is not sent.
                    let path = path.split('#').next().unwrap_or_default();
                    operations.push(read(&root, &items, &cursor, path, method.clone()).map_err(named));
                }
                Err(message) if is_selected(path, &cursor) => {
                    operations.push(Err(named(Problem::new(&cursor.place, message))));
                }
                _ => {}
            }
        }
    }
    operations
}

/// Returns the operations of path items by their methods. The first item with a method wins.
fn methods<'d>(items: &[Cursor<'d>]) -> IndexMap<String, Cursor<'d>> {
    let mut methods = IndexMap::new();
    for item in items {
        for (key, cursor) in item.entries().filter(|(key, _)| METHODS.contains(key)) {
            methods.entry(key.to_ascii_uppercase()).or_insert(cursor);
        }
        // In 3.2, other methods have a member of their own.
        for (key, cursor) in item.entries_of("additionalOperations") {
            methods.entry(key.to_owned()).or_insert(cursor);
        }
    }
    methods
}

/// The types of the members of an operation.
const MEMBERS: [(&str, Kind); 9] = [
    ("operationId", Kind::Text),
    ("tags", Kind::List),
    ("summary", Kind::Text),
    ("description", Kind::Text),
    ("parameters", Kind::List),
    ("requestBody", Kind::Object),
    ("responses", Kind::Object),
    ("security", Kind::List),
    ("servers", Kind::List),
];

fn read<'d>(
    root: &Cursor<'d>,
    items: &[Cursor<'d>],
    cursor: &Cursor<'d>,
    path: &'d str,
    method: String,
) -> Result<Operation<'d>, Problem> {
    if !matches!(cursor.node, Node::Object(_)) {
        return Err(Problem::new(&cursor.place, "it is no object"));
    }
    let mut problems = mistyped(cursor, &MEMBERS);
    problems.extend(items.iter().flat_map(|item| mistyped(item, &[("parameters", Kind::List)])));
    let body = match cursor.get("requestBody").filter(|body| matches!(body.node, Node::Object(_))) {
        None => None,
        Some(body) => {
            let body = body.clone().resolve().map_err(|message| Problem::new(&body.place, message))?;
            problems.extend(mistyped(&body, &[("content", Kind::Object)]));
            let is_required = body.is_true("required");
            Some(RequestBody { contents: Media::all(&body), is_required, cursor: body })
        }
    };
    Ok(Operation {
        method,
        path,
        id: cursor.text("operationId").filter(|id| !id.is_empty()),
        tags: cursor.items_of("tags").iter().filter_map(|tag| tag.node.as_str()).collect(),
        is_deprecated: cursor.is_true("deprecated"),
        parameters: Parameter::all(items, cursor, &mut problems)?,
        body,
        responses: Response::all(cursor, &mut problems)?,
        security: Security::read(root, cursor),
        items: items.to_vec(),
        problems,
        cursor: cursor.clone(),
    })
}
