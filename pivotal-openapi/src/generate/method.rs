//! The method of an operation.

use std::collections::BTreeSet;

use super::errors::ApiErrors;
use super::parameters::Parameters;
use super::responses::Returns;
use super::{body, docs, responses, template};
use crate::contract::{Operation, Problem, Security, schemes};
use crate::types::{Type, Types};

/// A method of a trait.
pub(super) struct Method {
    /// The index of its trait.
    pub(super) group: usize,
    pub(super) name: String,
    pub(super) docs: String,
    pub(super) verb: String,
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
    /// The type for the other statuses.
    Response(Type),
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
    /// A stream of values in lines of JSON.
    Lines(Type),
}

impl Method {
    pub(super) fn new<'d>(
        operation: &Operation<'d>,
        name: String,
        group: usize,
        types: &mut Types<'d>,
        errors: &mut ApiErrors<'d>,
        omitted: &mut Vec<Problem>,
    ) -> Result<Self, Problem> {
        let unsupported = match operation.method.as_str() {
            "TRACE" => Some("the response to `TRACE` would contain credentials"),
            "CONNECT" => Some("`CONNECT` opens a tunnel"),
            method if !method.chars().all(|c| c.is_ascii_uppercase() || c == '-') => Some("its method is unknown"),
            _ => None,
        };
        if let Some(reason) = unsupported {
            return Err(Problem::new(&operation.cursor.place, reason));
        }
        omitted.extend(operation.problems.iter().cloned());
        omitted.extend(ignored(operation));
        let mut taken = BTreeSet::from(["self".to_owned()]);
        let path = template::path(operation, &mut taken)?;
        let mut parameters = Parameters::new(&name, taken);
        parameters.read(operation, &path, types, omitted)?;
        let body = body::body(operation, &name, types, &mut parameters, omitted)?;
        let (returns, statuses) = responses::returns(operation, &name, types, errors, omitted)?;
        let mut keys: Vec<Key> = body.into_iter().collect();
        keys.append(&mut parameters.keys);
        keys.extend(statuses);
        keys.extend(errors.keys(operation, &name, types, omitted));
        let has_schemes = !schemes(operation.cursor.document).is_empty();
        if operation.security == Security::None && has_schemes {
            keys.push(Key::WithoutCredentials);
        }
        let query = parameters.query.join("&");
        let separator = if query.is_empty() { "" } else { "?" };
        Ok(Self {
            group,
            docs: docs::of_operation(operation, &body::notes(operation)),
            verb: operation.method.clone(),
            template: format!("{}{separator}{query}", path.template),
            keys,
            arguments: parameters.arguments,
            returns,
            operation: operation.id.filter(|id| *id != name).map(str::to_owned),
            name,
        })
    }
}

/// Returns problems for the members of an operation that have no declaration.
fn ignored(operation: &Operation<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(callbacks) = operation.cursor.get("callbacks") {
        problems.push(Problem::new(&callbacks.place, "callbacks are requests of the server, which are not declared"));
    }
    for owner in [Some(&operation.cursor), operation.items.first(), operation.items.get(1)].into_iter().flatten() {
        if let Some(servers) = owner.get("servers") {
            let message = "the base URL of the client is used, instead of servers of its own";
            problems.push(Problem::new(&servers.place, message));
        }
    }
    problems
}
