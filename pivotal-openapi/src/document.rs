//! Reads OpenAPI documents: JSON or YAML, in one file or several.
//!
//! The values keep their order and their places. The typed models of `openapiv3` (3.0 only) and `oas3` (3.1 only, with sorted
//! members) have neither, drop keywords that they do not know, and reject a complete document for one value of another type.

mod cursor;
mod load;
mod node;
mod place;

use std::rc::Rc;

use indexmap::IndexMap;

pub(crate) use self::cursor::Cursor;
pub use self::load::LoadError;
pub(crate) use self::node::Node;
pub use self::place::Place;

/// An OpenAPI document of version 3.0, 3.1 or 3.2.
///
/// ```
/// use pivotal_openapi::{Document, Version};
///
/// let document = Document::parse(r#"{ "openapi": "3.1.0", "paths": {} }"#)?;
/// assert_eq!(document.version(), Version::V3_1);
/// # Ok::<(), pivotal_openapi::LoadError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    root: Node,
    /// The name of the main file.
    name: Option<String>,
    /// The other files that references lead to, by their paths relative to the main one, or why they cannot be read.
    files: IndexMap<Rc<str>, Result<Node, String>>,
    version: Version,
}

/// The version of the OpenAPI Specification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Version {
    /// 3.0, with a dialect of JSON Schema of its own.
    V3_0,
    /// 3.1 or 3.2, with JSON Schema 2020-12.
    V3_1,
}

impl Document {
    /// Returns the version of the OpenAPI Specification.
    #[must_use]
    pub fn version(&self) -> Version {
        self.version
    }

    pub(crate) fn root(&self) -> Cursor<'_> {
        Cursor { document: self, node: &self.root, place: Place::root(None) }
    }

    /// The other files, with their paths relative to the main one.
    #[cfg(feature = "calls")]
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.files.iter().filter_map(|(name, node)| Some((&**name, node.as_ref().ok()?)))
    }

    /// Returns the value that a reference leads to.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub(crate) fn find(&self, from: &Place, reference: &str) -> Result<Cursor<'_>, String> {
        let missing = || format!("the reference `{reference}` leads nowhere");
        let (path, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let mut cursor = match load::relative(from.file(), path) {
            None => self.root(),
            file if file == self.name => self.root(),
            Some(file) => {
                let (name, node) = self.files.get_key_value(file.as_str()).ok_or_else(missing)?;
                let node =
                    node.as_ref().map_err(|error| format!("the reference `{reference}` cannot be read: {error}"))?;
                Cursor { document: self, node, place: Place::root(Some(Rc::clone(name))) }
            }
        };
        if !pointer.is_empty() && !pointer.starts_with('/') {
            return Err(format!("the reference `{reference}` is no JSON pointer"));
        }
        for key in pointer.split('/').skip(1) {
            let key = percent_decoded(key).replace("~1", "/").replace("~0", "~");
            cursor = cursor.get(&key).ok_or_else(missing)?;
        }
        Ok(cursor)
    }
}

/// Decodes the percent-encoding of a pointer in a URL.
pub(crate) fn percent_decoded(text: &str) -> String {
    let mut decoded = Vec::new();
    let mut bytes = text.as_bytes().iter();
    while let Some(byte) = bytes.next() {
        let rest = bytes.as_slice();
        let digit = |index: usize| rest.get(index).and_then(|digit| char::from(*digit).to_digit(16));
        match (byte, digit(0).zip(digit(1))) {
            (b'%', Some((high, low))) => {
                decoded.extend(u8::try_from(high * 16 + low));
                bytes.nth(1);
            }
            _ => decoded.push(*byte),
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
