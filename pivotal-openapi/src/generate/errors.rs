//! The types of errors.

use super::method::Key;
use super::type_name;
use crate::contract::{Media, Operation, Problem, Response, Status};
use crate::document::{Cursor, Node};
use crate::types::{Direction, Type, Types};

/// The error type of the API, which most responses have.
pub(super) struct ApiErrors<'d> {
    pub(super) common: Option<Type>,
    /// The types of schemas without a name. Equal ones have the same type.
    inline: Vec<(&'d Node, Type)>,
}

impl<'d> ApiErrors<'d> {
    pub(super) fn new(operations: &[Operation<'d>], names: &[String], types: &mut Types<'d>) -> Self {
        let mut errors = Self { common: None, inline: Vec::new() };
        let mut counts: Vec<(Type, usize)> = Vec::new();
        for (operation, name) in operations.iter().zip(names) {
            for response in &operation.responses {
                let Some(schema) = error_schema(response, &operation.responses) else { continue };
                let type_ = errors.type_of(&schema, name, types);
                match counts.iter_mut().find(|(known, _)| *known == type_) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((type_, 1)),
                }
            }
        }
        // The first one of those that are most common.
        counts.reverse();
        let common = counts.into_iter().filter(|(type_, _)| is_error_body(type_)).max_by_key(|(_, count)| *count);
        errors.common = common.map(|(type_, _)| type_);
        errors
    }

    /// Returns the type of an error of this method.
    fn type_of(&mut self, schema: &Cursor<'d>, method: &str, types: &mut Types<'d>) -> Type {
        let is_inline = schema.reference().is_none();
        if is_inline && let Some((_, type_)) = self.inline.iter().find(|(node, _)| *node == schema.node) {
            return type_.clone();
        }
        let type_ = types.type_of(schema, Direction::Response, &type_name(method, "Error"));
        if is_inline {
            self.inline.push((schema.node, type_.clone()));
        }
        type_
    }

    /// Returns whether the default response describes errors, and not a success.
    pub(super) fn describe(
        &self,
        response: &Response<'d>,
        all: &[Response<'d>],
        method: &str,
        types: &mut Types<'d>,
    ) -> bool {
        let json = response.contents.iter().find(|media| media.is_json()).and_then(Media::schema);
        let Some(schema) = json else { return false };
        let name = type_name(method, "Response");
        let type_ = types.type_of(&schema, Direction::Response, &name);
        let is_same = |other: &Response<'d>| {
            other.status != Status::Default
                && error_schema(other, all)
                    .is_some_and(|schema| types.type_of(&schema, Direction::Response, &name) == type_)
        };
        Some(&type_) == self.common.as_ref() || all.iter().any(is_same)
    }

    /// Returns the keys for errors of an operation that have other types than those of the API.
    pub(super) fn keys(
        &mut self,
        operation: &Operation<'d>,
        method: &str,
        types: &mut Types<'d>,
        omitted: &mut Vec<Problem>,
    ) -> Vec<Key> {
        let mut keys = Vec::new();
        // The type of all other errors. The default is the most general one.
        let mut others: Option<Type> = None;
        let mut responses: Vec<&Response<'d>> = operation.responses.iter().collect();
        responses.sort_by_key(|response| response.status != Status::Default);
        for response in responses {
            let Some(schema) = error_schema(response, &operation.responses) else { continue };
            let type_ = self.type_of(&schema, method, types).non_null().clone();
            if !is_error_body(&type_) {
                omitted
                    .push(Problem::new(&schema.place, "an error of this type has no message, so it is not declared"));
                continue;
            }
            let is_common = Some(&type_) == others.as_ref().or(self.common.as_ref());
            match response.status {
                _ if is_common => {}
                Status::Code(status) => keys.push(Key::Error(Some(status), type_)),
                Status::Default => others = Some(type_),
                Status::Range(_) if others.is_none() => others = Some(type_),
                Status::Range(_) => {
                    let message = format!("errors {} are read as other errors", response.status);
                    omitted.push(Problem::new(&response.cursor.place, message));
                }
            }
        }
        keys.extend(others.map(|type_| Key::Error(None, type_)));
        keys
    }
}

/// Returns whether the runtime reads errors into the type.
fn is_error_body(type_: &Type) -> bool {
    match type_ {
        Type::Named(_) | Type::String | Type::Json => true,
        Type::List(item) => matches!(**item, Type::Named(_) | Type::String),
        _ => false,
    }
}

/// The schema of an error in JSON.
fn error_schema<'d>(response: &Response<'d>, all: &[Response<'d>]) -> Option<Cursor<'d>> {
    // Alone, the default response is that of a success.
    let is_error = match response.status {
        Status::Code(400..=599) | Status::Range(4 | 5) => true,
        Status::Default => {
            all.iter().any(|other| other.status.is_success() || matches!(other.status, Status::Range(3)))
        }
        _ => false,
    };
    let media = response.contents.iter().find(|media| media.is_json()).filter(|_| is_error)?;
    media.schema()
}
