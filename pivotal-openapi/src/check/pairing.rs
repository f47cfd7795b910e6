//! Finds the operation of a declaration.

use super::declaration::{Declaration, path_of};
use super::template::{PLACEHOLDER, pattern};
use crate::contract::Operation;
use crate::document::{Cursor, Document, Place};

/// The operation of a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pairing {
    /// The index of the operation with this method and path.
    Same(usize),
    /// The index of an operation with the same id or path, and another path or method.
    Similar(usize),
    None,
}

/// An operation with the paths that a declaration of it can have.
pub(super) struct Candidate<'d> {
    pub(super) operation: Operation<'d>,
    /// The path, as [`Template::pattern`](super::template::Template::pattern) writes it.
    path: String,
    /// The paths of the servers.
    base_paths: Vec<String>,
    /// The place of the servers.
    pub(super) servers: Option<Place>,
}

impl<'d> Candidate<'d> {
    pub(super) fn new(document: &'d Document, operation: Operation<'d>) -> Self {
        let path = pattern(operation.path.split(['?', '#']).next().unwrap_or_default(), ['{', '}']);
        let servers = servers(document, &operation);
        let base_paths = servers.iter().flat_map(Cursor::items).map(|server| path_of(&url(&server))).collect();
        Self { operation, path, base_paths, servers: servers.map(|servers| servers.place) }
    }

    /// Returns whether a declaration has this path. A fixed text can fill a placeholder of the document.
    fn has_path(&self, declaration: &Declaration, is_exact: bool) -> bool {
        let own = declaration.template.pattern();
        let is_same = |own: &str, other: &str| if is_exact { own == other } else { fills(own, other) };
        is_same(&own, &self.path)
            || self.complete_paths().any(|path| is_same(&own, &path))
            || self.has_url(&own, declaration)
    }

    fn complete_paths(&self) -> impl Iterator<Item = String> {
        self.base_paths.iter().map(|base| format!("{base}{}", self.path))
    }

    /// Returns whether a declaration has the path of a server, if both are known.
    pub(super) fn has_server(&self, declaration: &Declaration) -> bool {
        self.base_paths.is_empty()
            || declaration.base_path.is_none()
            || self.has_url(&declaration.template.pattern(), declaration)
    }

    fn has_url(&self, own: &str, declaration: &Declaration) -> bool {
        let complete = format!("{}{own}", declaration.base_path.as_deref().unwrap_or_default());
        self.complete_paths().any(|path| path == complete || fills(&complete, &path))
    }
}

/// The servers of an operation.
fn servers<'d>(document: &'d Document, operation: &Operation<'d>) -> Option<Cursor<'d>> {
    let root = document.root();
    let mut owners = vec![operation.cursor.clone()];
    owners.extend(operation.items.iter().cloned());
    owners.push(root);
    owners.into_iter().find_map(|owner| owner.get("servers").filter(|servers| servers.items().next().is_some()))
}

/// Returns the URL of a server, with the defaults of its variables.
fn url(server: &Cursor<'_>) -> String {
    let mut url = server.text("url").unwrap_or_default().to_owned();
    for (name, variable) in server.entries_of("variables") {
        url = url.replace(&format!("{{{name}}}"), variable.text("default").unwrap_or_default());
    }
    url
}

/// Returns whether the segments are equal, or fill a placeholder.
fn fills(path: &str, pattern: &str) -> bool {
    let segments = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (path, pattern) = (segments(path), segments(pattern));
    path.len() == pattern.len()
        && path
            .iter()
            .zip(&pattern)
            .all(|(own, other)| own == other || (other == PLACEHOLDER && !own.is_empty() && !own.contains(PLACEHOLDER)))
}

/// Returns an id without case and separators: `get-note`, `getNote` and `get_note` are the same.
pub(super) fn normalized(id: &str) -> String {
    id.chars().filter(char::is_ascii_alphanumeric).map(|character| character.to_ascii_lowercase()).collect()
}

/// Finds the operation of each declaration.
pub(super) fn pair(declarations: &[Declaration], candidates: &[Candidate<'_>]) -> Vec<Pairing> {
    let has_id = |candidate: &Candidate<'_>, declaration: &Declaration| {
        candidate.operation.id.is_some_and(|id| normalized(id) == normalized(&declaration.operation))
    };
    let same = |declaration: &Declaration, is_exact| {
        let is_same = |candidate: &Candidate<'_>| {
            candidate.operation.method == declaration.method && candidate.has_path(declaration, is_exact)
        };
        // Several operations can have one path, with different fragments.
        let by_id = candidates.iter().position(|candidate| is_same(candidate) && has_id(candidate, declaration));
        by_id.or_else(|| candidates.iter().position(is_same))
    };
    let mut pairings: Vec<_> = declarations
        .iter()
        .map(|declaration| {
            same(declaration, true).or_else(|| same(declaration, false)).map_or(Pairing::None, Pairing::Same)
        })
        .collect();
    for (index, declaration) in declarations.iter().enumerate() {
        if pairings.get(index) != Some(&Pairing::None) {
            continue;
        }
        let is_free = |number: usize| !pairings.iter().any(|pairing| pairing.index() == Some(number));
        let free = || candidates.iter().enumerate().filter(|(number, _)| is_free(*number));
        let by_id = free().find(|(_, candidate)| has_id(candidate, declaration));
        let by_path = || free().find(|(_, candidate)| candidate.has_path(declaration, true));
        if let Some((number, _)) = by_id.or_else(by_path)
            && let Some(pairing) = pairings.get_mut(index)
        {
            *pairing = Pairing::Similar(number);
        }
    }
    pairings
}

impl Pairing {
    pub(super) fn index(self) -> Option<usize> {
        match self {
            Self::Same(index) | Self::Similar(index) => Some(index),
            Self::None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_paths_are_those_of_urls() {
        let cases = [
            ("https://api.example.com/v1/", "/v1"),
            ("https://api.example.com", ""),
            ("/api/v3", "/api/v3"),
            ("/", ""),
            ("api.example.com/v1", ""),
            ("", ""),
        ];
        for (url, path) in cases {
            assert_eq!(path_of(url), path, "{url}");
        }
    }

    #[test]
    fn fixed_text_fills_placeholders() {
        assert!(fills("/users/me/notes/{}", "/users/{}/notes/{}"));
        assert!(!fills("/users/{}/notes", "/users/me/notes"));
        assert!(!fills("/users/me", "/users/{}/notes"));
    }
}
