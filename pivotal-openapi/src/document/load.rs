//! Loads the files of a document.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use indexmap::IndexMap;
use serde_saphyr::options::DuplicateKeyPolicy;

use super::{Document, Node, Version, percent_decoded};

/// The reason why a document cannot be loaded.
///
/// [`Document::load`](crate::Document::load) and [`Document::parse`](crate::Document::parse) return it.
#[derive(Debug)]
pub struct LoadError {
    /// The file, if there is one.
    path: Option<PathBuf>,
    message: String,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{}: {}", path.display(), self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for LoadError {}

impl Document {
    /// Loads a document, and the files that its references lead to.
    ///
    /// A reference to a file that cannot be read is an [`Omission`](crate::Omission).
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be read, is neither JSON nor YAML, or is not OpenAPI 3.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        let path = path.as_ref();
        let folder = path.parent().unwrap_or(Path::new(""));
        let failed = |message| LoadError { path: Some(path.to_owned()), message };
        let mut document = read(path).and_then(Self::new).map_err(failed)?;
        document.name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let mut missing = references(&document.root, None);
        while let Some(file) = missing.pop() {
            let is_root = document.name.as_ref() == Some(&file);
            if !is_root && !document.files.contains_key(file.as_str()) {
                // A reference that leads nowhere concerns only the part with the reference.
                let node = read(&folder.join(&file));
                missing.extend(node.iter().flat_map(|node| references(node, Some(&file))));
                document.files.insert(Rc::from(file), node);
            }
        }
        Ok(document)
    }

    /// Reads a document that is one text, in JSON or YAML.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is neither JSON nor YAML, or is not OpenAPI 3.
    pub fn parse(text: &str) -> Result<Self, LoadError> {
        parse(text).and_then(Self::new).map_err(|message| LoadError { path: None, message })
    }

    fn new(root: Node) -> Result<Self, String> {
        let version = match root.get("openapi").and_then(Node::as_str) {
            Some(version) if version.starts_with("3.0") => Version::V3_0,
            Some(version) if version.starts_with("3.") => Version::V3_1,
            Some(version) => {
                return Err(format!("OpenAPI {version} is not supported; convert the document to 3.0 or 3.1"));
            }
            None if root.get("swagger").is_some() => {
                return Err("Swagger 2.0 is not supported; convert the document to OpenAPI 3".to_owned());
            }
            None => return Err("`openapi` is missing, so this is not an OpenAPI document".to_owned()),
        };
        Ok(Self { root, name: None, files: IndexMap::new(), version })
    }
}

fn read(path: &Path) -> Result<Node, String> {
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "the file does not exist".to_owned(),
        _ => error.to_string(),
    })?;
    parse(&text)
}

/// Parses JSON, or YAML if it is no JSON.
fn parse(text: &str) -> Result<Node, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        // A YAML document can start with a brace, too.
        match serde_json::from_str(text) {
            Ok(node) => return Ok(node),
            Err(error) if parse_yaml(text).is_err() => return Err(error.to_string()),
            Err(_) => {}
        }
    }
    parse_yaml(text)
}

/// Parses YAML 1.2, in which `on` and `no` are texts. Of members with the same name, the last one wins, as in JSON.
fn parse_yaml(text: &str) -> Result<Node, String> {
    let options = serde_saphyr::options! {
        // Documents of several megabytes are common, and trusted.
        budget: None,
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        strict_booleans: true,
        underscored_numbers_as_strings: true,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| error.to_string())
}

/// Returns the path of a referenced file, relative to the main document. `None` is the main document.
pub(super) fn relative(from: Option<&str>, path: &str) -> Option<String> {
    if path.is_empty() {
        return from.map(str::to_owned);
    }
    let path = percent_decoded(path);
    let mut parts: Vec<&str> = from.map(|from| from.split('/').collect()).unwrap_or_default();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Collects the files that references lead to. URLs are not loaded.
fn references(node: &Node, file: Option<&str>) -> Vec<String> {
    let mut found = Vec::new();
    let mut nodes = vec![node];
    while let Some(node) = nodes.pop() {
        nodes.extend(node.items());
        for (key, value) in node.entries() {
            match value.as_str() {
                Some(reference) if key == "$ref" => {
                    let path = reference.split('#').next().unwrap_or_default();
                    if !path.is_empty() && !path.contains("://") {
                        found.extend(relative(file, path));
                    }
                }
                // A value of an example is no reference.
                _ if matches!(key, "example" | "examples") => {}
                _ => nodes.push(value),
            }
        }
    }
    found
}
