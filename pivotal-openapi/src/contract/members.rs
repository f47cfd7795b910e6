//! Members with a value of the wrong type, which are ignored.

use super::Problem;
use crate::document::{Cursor, Node};

/// The type that a member must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    List,
    Object,
    /// A schema, which can be `true` or `false`.
    Schema,
    /// The type of a schema.
    TextOrList,
}

impl Kind {
    fn contains(self, node: &Node) -> bool {
        match node {
            // A member without a value, as is common in YAML.
            Node::Null => true,
            Node::String(_) => matches!(self, Self::Text | Self::TextOrList),
            Node::Array(_) => matches!(self, Self::List | Self::TextOrList),
            Node::Object(_) => matches!(self, Self::Object | Self::Schema),
            Node::Bool(_) => self == Self::Schema,
            Node::Number(_) => false,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
            Self::Schema => "a schema",
            Self::TextOrList => "a text or a list",
        }
    }
}

/// Returns a problem for each of these members that has another type.
pub(crate) fn mistyped(owner: &Cursor<'_>, members: &[(&str, Kind)]) -> Vec<Problem> {
    let member = |(key, kind): &(&str, Kind)| {
        let member = owner.get(key)?;
        let resolved = member.clone().resolve();
        if kind.contains(resolved.as_ref().map_or(member.node, |member| member.node)) {
            return None;
        }
        Some(Problem::new(&member.place, format!("`{key}` is not {}, so it is ignored", kind.name())))
    };
    members.iter().filter_map(member).collect()
}
