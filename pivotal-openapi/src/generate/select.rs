//! The operations that are generated.

use crate::document::Cursor;

/// The selected operations; all if nothing is selected.
#[derive(Debug, Default)]
pub(super) struct Selection {
    pub(super) operations: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) paths: Vec<String>,
}

impl Selection {
    /// Returns whether the operation with this path and these members is selected.
    pub(super) fn contains(&self, path: &str, operation: &Cursor<'_>) -> bool {
        let is_all = self.operations.is_empty() && self.tags.is_empty() && self.paths.is_empty();
        let is_below = |wanted: &String| {
            path.strip_prefix(wanted.trim_end_matches('/')).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let has_tag = |tag: &Cursor<'_>| tag.node.as_str().is_some_and(|tag| self.tags.iter().any(|own| own == tag));
        is_all
            || operation.text("operationId").is_some_and(|id| self.operations.iter().any(|wanted| wanted == id))
            || operation.items_of("tags").iter().any(has_tag)
            || self.paths.iter().any(is_below)
    }
}
