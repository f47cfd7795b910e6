//! Schemas that differ between requests and responses.

use std::collections::BTreeSet;

use super::inherit::Extensions;
use crate::document::{Cursor, Place};

/// The direction of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Direction {
    Request,
    Response,
}

/// Finds out which schemas have members that are in requests only, or in responses only.
#[derive(Default)]
pub(super) struct Directions {
    dependent: BTreeSet<Place>,
    independent: BTreeSet<Place>,
}

/// Members of a schema that contain no schemas.
const DATA: [&str; 5] = ["default", "example", "examples", "enum", "const"];

impl Directions {
    /// Returns whether the schema, or one that it contains, depends on the direction.
    pub(super) fn is_dependent<'d>(&mut self, schema: &Cursor<'d>, extensions: &Extensions<'d>) -> bool {
        if self.independent.contains(&schema.place) {
            return false;
        }
        if self.dependent.contains(&schema.place) {
            return true;
        }
        let mut visited = BTreeSet::new();
        let mut open = vec![schema.clone()];
        while let Some(cursor) = open.pop() {
            let Ok(cursor) = cursor.resolve() else { continue };
            if self.dependent.contains(&cursor.place) || cursor.is_true("readOnly") || cursor.is_true("writeOnly") {
                self.dependent.insert(schema.place.clone());
                return true;
            }
            if !self.independent.contains(&cursor.place) && visited.insert(cursor.place.clone()) {
                open.extend(extensions.get(&cursor.place).into_iter().flatten().map(|(_, schema)| schema.clone()));
                open.extend(cursor.items());
                open.extend(cursor.entries().filter(|(key, _)| !DATA.contains(key)).map(|(_, member)| member));
            }
        }
        self.independent.extend(visited);
        false
    }
}
