//! Security schemes, and the operations without one.

use crate::document::{Cursor, Document};

/// The security of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Security {
    /// Credentials are required, or can be sent.
    Credentials,
    /// An empty list, or nothing in the document: no credentials.
    None,
}

/// A security scheme that the document uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scheme<'d> {
    Bearer,
    Basic,
    ApiKey { name: &'d str, location: &'d str },
    Other(&'d str),
}

impl Security {
    pub(crate) fn read(root: &Cursor<'_>, operation: &Cursor<'_>) -> Self {
        let requirements = operation.get("security").or_else(|| root.get("security"));
        match requirements {
            Some(requirements) if requirements.items().any(|requirement| requirement.entries().next().is_some()) => {
                Self::Credentials
            }
            _ => Self::None,
        }
    }
}

/// Returns the security schemes with their names.
pub(crate) fn schemes(document: &Document) -> Vec<(&str, Scheme<'_>)> {
    let Some(components) = document.root().get("components") else { return Vec::new() };
    let schemes = components.entries_of("securitySchemes").into_iter();
    let read = schemes.filter_map(|(name, cursor)| {
        let cursor = cursor.resolve().ok()?;
        let scheme = match (cursor.text("type")?, cursor.text("scheme").map(str::to_ascii_lowercase).as_deref()) {
            ("http", Some("bearer")) | ("oauth2" | "openIdConnect", _) => Scheme::Bearer,
            ("http", Some("basic")) => Scheme::Basic,
            ("apiKey", _) => {
                Scheme::ApiKey { name: cursor.text("name").unwrap_or_default(), location: cursor.text("in")? }
            }
            (other, _) => Scheme::Other(other),
        };
        Some((name, scheme))
    });
    read.collect()
}
