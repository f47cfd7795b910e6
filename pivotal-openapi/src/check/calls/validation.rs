//! Validates values by the schemas of a document.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

use super::Direction;
use super::convert::convert;
use crate::document::{Cursor, Document, Place, percent_decoded};

/// The start of the URIs of files. References can lead out of the folder of the document.
const BASE: &str = "doc:///a/b/c/d/e/f/";

/// The name of the main file.
const MAIN: &str = "main";

/// The schemas of a document, as JSON Schema.
pub(super) struct Validation {
    registry: Option<Registry<'static>>,
    /// `None` for a schema that cannot be compiled.
    validators: RefCell<BTreeMap<Place, Option<Rc<Validator>>>>,
}

/// A part of a value that is not valid.
pub(super) struct Violation {
    /// The keyword that the value violates.
    pub(super) place: Place,
    /// The JSON pointer of the part.
    pub(super) part: String,
    pub(super) message: String,
}

impl Validation {
    pub(super) fn new(document: &Document, direction: Direction) -> Self {
        let mut registry = Registry::new().draft(Draft::Draft202012);
        let main = (MAIN, document.root().node);
        for (name, node) in document.files().chain([main]) {
            let file = convert(node.to_json(), document.version(), direction);
            match registry.add(uri(name), file) {
                Ok(more) => registry = more,
                Err(_) => return Self { registry: None, validators: RefCell::default() },
            }
        }
        Self { registry: registry.prepare().ok(), validators: RefCell::default() }
    }

    /// Returns the violations of a schema. `None` if the schema cannot be compiled.
    pub(super) fn violations(&self, schema: &Cursor<'_>, value: &Value) -> Option<Vec<Violation>> {
        let validator = self.validator(&schema.place)?;
        let violations = validator.iter_errors(value).map(|error| Violation {
            place: error
                .absolute_keyword_location()
                .and_then(|location| place(location.as_str()))
                .unwrap_or_else(|| schema.place.clone()),
            part: error.instance_path().as_str().to_owned(),
            // Values are private.
            message: error.masked_with("the value").to_string(),
        });
        Some(violations.collect())
    }

    pub(super) fn is_valid(&self, schema: &Cursor<'_>, value: &Value) -> bool {
        self.validator(&schema.place).is_some_and(|validator| validator.is_valid(value))
    }

    fn validator(&self, place: &Place) -> Option<Rc<Validator>> {
        if let Some(known) = self.validators.borrow().get(place) {
            return known.clone();
        }
        let validator = self.compile(place).map(Rc::new);
        self.validators.borrow_mut().insert(place.clone(), validator.clone());
        validator
    }

    fn compile(&self, place: &Place) -> Option<Validator> {
        let reference = format!("{}#{}", uri(place.file().unwrap_or(MAIN)), encoded(place.pointer()));
        let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        options.with_registry(self.registry.as_ref()?).build(&json!({ "$ref": reference })).ok()
    }
}

/// Returns the URI of a file.
fn uri(file: &str) -> String {
    let mut folders: Vec<&str> = BASE.trim_end_matches('/').split('/').collect();
    for part in file.split('/') {
        if part == ".." {
            folders.pop();
        } else {
            folders.push(part);
        }
    }
    encoded(&folders.join("/"))
}

/// Percent-encodes the characters that are not allowed in a URI.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/:-._~".contains(&byte) {
            encoded.push(byte.into());
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// Returns the place that a URI leads to; `None` outside of the files.
fn place(uri: &str) -> Option<Place> {
    let (file, pointer) = uri.split_once('#')?;
    let file = percent_decoded(file.strip_prefix(BASE)?);
    Some(Place::new(Some(file.as_str()).filter(|file| *file != MAIN), &percent_decoded(pointer)))
}
