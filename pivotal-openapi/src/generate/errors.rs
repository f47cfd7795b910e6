//! The types of errors.

use super::method::Key;
use crate::contract::{Operation, Response, Status};
use crate::document::Cursor;
use crate::types::{Direction, Type, Types};

/// The error type of the API, which most responses have.
pub(super) struct ApiErrors {
    pub(super) common: Option<Type>,
}

impl ApiErrors {
    pub(super) fn new<'d>(operations: &[Operation<'d>], types: &mut Types<'d>) -> Self {
        let mut counts: Vec<(Type, usize)> = Vec::new();
        for response in operations.iter().flat_map(|operation| &operation.responses) {
            let Some(schema) = error_schema(response) else { continue };
            let type_ = types.type_of(&schema, Direction::Response, "ErrorDetail");
            match counts.iter_mut().find(|(known, _)| *known == type_) {
                Some((_, count)) => *count += 1,
                None => counts.push((type_, 1)),
            }
        }
        // The first one of those that are most common.
        counts.reverse();
        Self { common: counts.into_iter().max_by_key(|(_, count)| *count).map(|(type_, _)| type_) }
    }

    /// Returns the keys for errors of an operation that have other types than those of the API.
    pub(super) fn keys<'d>(&self, operation: &Operation<'d>, types: &mut Types<'d>) -> Vec<Key> {
        let mut keys = Vec::new();
        for response in &operation.responses {
            let Some(schema) = error_schema(response) else { continue };
            let type_ = types.type_of(&schema, Direction::Response, "ErrorDetail");
            if Some(&type_) == self.common.as_ref() || matches!(type_, Type::Nullable(_) | Type::Unit) {
                continue;
            }
            match response.status {
                Status::Code(status) => keys.push(Key::Error(Some(status), type_)),
                Status::Default => keys.push(Key::Error(None, type_)),
                Status::Range(_) => {}
            }
        }
        keys
    }
}

/// The schema of an error in JSON.
fn error_schema<'d>(response: &Response<'d>) -> Option<Cursor<'d>> {
    let is_error = matches!(response.status, Status::Code(400..=599) | Status::Range(4 | 5) | Status::Default);
    let media = response.contents.iter().find(|media| media.is_json()).filter(|_| is_error)?;
    media.schema()
}
