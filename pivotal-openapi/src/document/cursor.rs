//! A value of a document, with its place.

use super::{Document, Node, Place};

/// The maximum number of references that lead from one to another.
const MAX_REFERENCES: usize = 32;

/// A value of a document, with its place.
#[derive(Clone)]
pub(crate) struct Cursor<'d> {
    pub(crate) document: &'d Document,
    pub(crate) node: &'d Node,
    pub(crate) place: Place,
}

impl<'d> Cursor<'d> {
    /// Returns a member of an object, or an item of an array.
    pub(crate) fn get(&self, key: &str) -> Option<Self> {
        self.node.get(key).map(|node| self.at(key, node))
    }

    /// Returns the text of a member.
    pub(crate) fn text(&self, key: &str) -> Option<&'d str> {
        self.node.get(key)?.as_str()
    }

    /// Returns whether a member is `true`.
    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.node.get(key).and_then(Node::as_bool) == Some(true)
    }

    /// The members of an object.
    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = (&'d str, Self)> {
        let node = self.node;
        node.entries().map(|(key, node)| (key, self.at(key, node)))
    }

    /// The items of an array.
    pub(crate) fn items(&self) -> impl Iterator<Item = Self> {
        let node = self.node;
        node.items().iter().enumerate().map(|(index, node)| self.at(&index.to_string(), node))
    }

    /// The items of a member that is an array.
    pub(crate) fn items_of(&self, key: &str) -> Vec<Self> {
        self.container(key).map(|member| member.items().collect()).unwrap_or_default()
    }

    /// The members of a member that is an object.
    pub(crate) fn entries_of(&self, key: &str) -> Vec<(&'d str, Self)> {
        self.container(key).map(|member| member.entries().collect()).unwrap_or_default()
    }

    /// Returns a member that contains others. The specification has no reference in its place, but documents of several files do.
    fn container(&self, key: &str) -> Option<Self> {
        self.get(key).map(|member| member.clone().resolve().unwrap_or(member))
    }

    /// Returns the target of a reference, if this is one.
    pub(crate) fn reference(&self) -> Option<&'d str> {
        self.text("$ref")
    }

    /// Follows references until there is a value.
    ///
    /// # Errors
    ///
    /// If a target is missing, or if references lead in a circle.
    pub(crate) fn resolve(self) -> Result<Self, String> {
        let mut cursor = self;
        for _ in 0..MAX_REFERENCES {
            match cursor.reference() {
                None => return Ok(cursor),
                Some(reference) => cursor = cursor.document.find(&cursor.place, reference)?,
            }
        }
        Err("the reference leads in a circle".to_owned())
    }

    fn at(&self, key: &str, node: &'d Node) -> Self {
        Self { document: self.document, node, place: self.place.join(key) }
    }
}
