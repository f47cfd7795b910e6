//! The method of an operation.

use std::collections::BTreeSet;

use super::errors::ApiErrors;
use super::parameters::Parameters;
use super::responses::Returns;
use super::{body, docs, responses, template};
use crate::contract::{Operation, Problem, Security};
use crate::types::{Type, Types};

/// A method of a trait.
pub(super) struct Method {
    /// The index of its trait.
    pub(super) group: usize,
    pub(super) name: String,
    pub(super) docs: String,
    pub(super) http_method: String,
    /// The path and query.
    pub(super) template: String,
    pub(super) keys: Vec<Key>,
    pub(super) arguments: Vec<Argument>,
    pub(super) returns: Returns,
    pub(super) operation: Option<String>,
}

/// A key of the attribute.
pub(super) enum Key {
    /// `body`, `form`, `multipart`, `text`, `bytes` or `stream`, and the parameter.
    Body(&'static str, String),
    HeaderParameter(String, String),
    HeaderValue(String, String),
    ResponseOf(u16, Type),
    ResponseOption(Type),
    Success(Vec<u16>),
    Error(Option<u16>, Type),
    WithoutCredentials,
}

/// A parameter of a method.
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) kind: ArgumentKind,
    pub(super) is_optional: bool,
}

pub(super) enum ArgumentKind {
    Value(Type),
    /// A list.
    Slice(Type),
    Multipart,
    Stream,
}

impl Method {
    pub(super) fn new<'d>(
        operation: &Operation<'d>,
        name: String,
        group: usize,
        types: &mut Types<'d>,
        errors: &ApiErrors,
        omitted: &mut Vec<Problem>,
    ) -> Result<Self, Problem> {
        if operation.method == "TRACE" {
            return Err(Problem::new(&operation.cursor.place, "the response to `TRACE` would contain credentials"));
        }
        let mut taken = BTreeSet::from(["self".to_owned()]);
        let path = template::path(operation, &mut taken)?;
        let mut parameters = Parameters::new(&name, taken);
        parameters.read(operation, &path, types, omitted)?;
        let body = body::body(operation, &name, types, &mut parameters, omitted)?;
        let (returns, statuses) = responses::returns(operation, &name, types)?;
        let mut keys: Vec<Key> = body.into_iter().collect();
        keys.append(&mut parameters.keys);
        keys.extend(statuses);
        keys.extend(errors.keys(operation, types));
        let has_schemes = operation.cursor.document.root().get("components").and_then(|own| own.get("securitySchemes"));
        if operation.security == Security::None && has_schemes.is_some() {
            keys.push(Key::WithoutCredentials);
        }
        let query = parameters.query.join("&");
        let separator = if query.is_empty() { "" } else { "?" };
        Ok(Self {
            group,
            docs: docs::of_operation(operation),
            http_method: operation.method.clone(),
            template: format!("{}{separator}{query}", path.template),
            keys,
            arguments: parameters.arguments,
            returns,
            operation: operation.id.filter(|id| *id != name).map(str::to_owned),
            name,
        })
    }
}
