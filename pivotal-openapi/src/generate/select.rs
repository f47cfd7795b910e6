//! The operations that are generated.

use crate::contract::Operation;

/// The selected operations; all if nothing is selected.
#[derive(Debug, Default)]
pub(super) struct Selection {
    pub(super) operations: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) paths: Vec<String>,
}

impl Selection {
    pub(super) fn contains(&self, operation: &Operation<'_>) -> bool {
        let is_all = self.operations.is_empty() && self.tags.is_empty() && self.paths.is_empty();
        let is_in = |path: &String| {
            operation
                .path
                .strip_prefix(path.trim_end_matches('/'))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        is_all
            || operation.id.is_some_and(|id| self.operations.iter().any(|wanted| wanted == id))
            || operation.tags.iter().any(|tag| self.tags.iter().any(|wanted| wanted == tag))
            || self.paths.iter().any(is_in)
    }
}
