//! Generates declarations from a document.

mod api;
mod body;
mod docs;
mod emit;
mod errors;
mod files;
mod layout;
mod method;
mod notices;
mod output;
mod pagination;
mod parameters;
mod responses;
mod select;
mod template;

use std::collections::BTreeSet;
use std::fmt;

use self::errors::ApiErrors;
use self::method::Method;
use self::select::Selection;
use crate::contract::{Problem, operations_where};
use crate::document::{Cursor, Document, Place};
use crate::types::{Types, pascal, unique};

pub use self::output::{Difference, WriteError};

/// Generates declarations: traits with endpoints, their data types and the `Api` value.
///
/// ```
/// use pivotal_openapi::{Document, Generator};
///
/// let document = Document::parse(
///     r#"{
///         "openapi": "3.1.0",
///         "info": { "title": "Notes", "version": "1" },
///         "servers": [{ "url": "https://notes.example.com" }],
///         "paths": {
///             "/notes/{id}": {
///                 "get": {
///                     "operationId": "get_note",
///                     "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
///                     "responses": { "200": { "description": "A note", "content": { "text/plain": {} } } }
///                 }
///             }
///         }
///     }"#,
/// )?;
/// let generated = Generator::new(&document).generate();
/// let (path, code) = generated.files().nth(2).unwrap();
/// assert_eq!(path, "notes.rs");
/// assert!(code.contains(r#"async fn get_note(&self, id: i64) -> Result<String, Error>;"#));
/// # Ok::<(), pivotal_openapi::LoadError>(())
/// ```
#[derive(Debug)]
pub struct Generator<'d> {
    document: &'d Document,
    selection: Selection,
}

/// Generated code, and the parts of the document that were left out.
#[derive(Debug)]
pub struct Generated {
    /// The paths, relative to the folder of the code, and the contents.
    files: Vec<(String, String)>,
    omissions: Vec<Omission>,
    operations: usize,
    types: usize,
}

/// A part of a document that has no declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Omission {
    /// The operation, such as `GET /notes/{id}`, if the complete operation is left out.
    pub operation: Option<String>,
    /// Its place in the document.
    pub place: Place,
    /// The reason.
    pub reason: String,
}

impl fmt::Display for Omission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.operation {
            Some(operation) => write!(f, "left out: {operation}, since {} ({})", self.reason, self.place),
            None => write!(f, "{} ({})", self.reason, self.place),
        }
    }
}

impl Omission {
    fn of_part(problem: Problem) -> Self {
        Self { operation: None, place: problem.place, reason: problem.message }
    }

    fn of_operation(operation: String, problem: Problem) -> Self {
        Self { operation: Some(operation), place: problem.place, reason: problem.message }
    }
}

impl<'d> Generator<'d> {
    /// Creates a generator for all operations of a document.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        Self { document, selection: Selection::default() }
    }

    /// Selects the operation with this `operationId`.
    ///
    /// Without a selection, all operations are generated. Each further selection adds operations.
    #[must_use]
    pub fn operation(mut self, id: impl Into<String>) -> Self {
        self.selection.operations.push(id.into());
        self
    }

    /// Selects the operations with this tag.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.selection.tags.push(tag.into());
        self
    }

    /// Selects the operations whose path starts with these segments, such as `/notes`.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.selection.paths.push(path.into());
        self
    }

    /// Generates the code.
    #[must_use]
    pub fn generate(self) -> Generated {
        let mut omissions = Vec::new();
        let is_selected = |path: &str, operation: &Cursor<'_>| self.selection.contains(path, operation);
        let operations: Vec<_> = operations_where(self.document, is_selected)
            .into_iter()
            .filter_map(|operation| match operation {
                Ok(operation) => Some(operation),
                Err((line, problem)) => {
                    omissions.push(Omission::of_operation(line, problem));
                    None
                }
            })
            .collect();
        let total = operations.len() + omissions.len();
        let mut types = Types::new(self.document);
        let groups = layout::groups(self.document, &operations);
        let names = layout::method_names(&operations);
        let mut errors = ApiErrors::new(&operations, &names, &mut types);
        let mut parts = notices::of_document(self.document);
        parts.extend(notices::of_response_headers(&operations));
        let mut methods: Vec<Method> = Vec::new();
        for ((operation, name), group) in operations.iter().zip(names).zip(groups.of_operations()) {
            match Method::new(operation, name, group, &mut types, &mut errors, &mut parts) {
                Ok(method) => methods.push(method),
                Err(problem) => omissions.push(Omission::of_operation(operation.request_line(), problem)),
            }
        }
        parts.extend(layout::unique_operations(&operations, &mut methods));
        let mut taken: BTreeSet<String> = groups.trait_names().map(str::to_owned).collect();
        let api_name = api::name(self.document);
        unique(&mut taken, &api_name);
        types.finish(&mut taken);
        parts.append(&mut types.problems);
        for problem in parts {
            let omission = Omission::of_part(problem);
            if !omissions.contains(&omission) {
                omissions.push(omission);
            }
        }
        let files = files::files(self.document, &groups, &methods, &types, &errors, &api_name, &omissions);
        Generated { types: files.types, files: files.files, omissions, operations: total }
    }
}

impl Generated {
    /// Returns the files: their paths, relative to the folder of the code, and their contents.
    ///
    /// The first one is the root.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, code)| (path.as_str(), code.as_str()))
    }

    /// Returns the parts that were left out, with reasons.
    #[must_use]
    pub fn omissions(&self) -> &[Omission] {
        &self.omissions
    }

    /// Returns the number of operations that were selected.
    #[must_use]
    pub fn operations(&self) -> usize {
        self.operations
    }

    /// Returns the number of operations that are declared.
    #[must_use]
    pub fn declared(&self) -> usize {
        self.operations - self.omissions.iter().filter(|omission| omission.operation.is_some()).count()
    }

    /// Returns the number of types.
    #[must_use]
    pub fn types(&self) -> usize {
        self.types
    }
}

/// Returns the name of a type for an operation.
fn type_name(method: &str, suffix: &str) -> String {
    format!("{}{suffix}", pascal(method))
}
