//! The parameters of a method: path, query, headers.

use std::collections::BTreeSet;

use super::method::{Argument, ArgumentKind, Key};
use super::template::PathTemplate;
use super::type_name;
use crate::contract::{Location, Operation, Parameter, Problem, Style};
use crate::types::{Direction, Field, Type, Types, snake, unique};

/// With more optional pairs than this, they are the fields of a struct.
const MAX_OPTIONAL: usize = 3;

/// Headers that a declaration cannot set.
const RESERVED_HEADERS: [&str; 7] =
    ["connection", "content-length", "host", "te", "trailer", "transfer-encoding", "upgrade"];

/// The parameters of a method.
pub(super) struct Parameters {
    method: String,
    taken: BTreeSet<String>,
    pub(super) arguments: Vec<Argument>,
    /// The pairs of the query.
    pub(super) query: Vec<String>,
    pub(super) keys: Vec<Key>,
}

impl Parameters {
    pub(super) fn new(method: &str, taken: BTreeSet<String>) -> Self {
        Self { method: method.to_owned(), taken, arguments: Vec::new(), query: Vec::new(), keys: Vec::new() }
    }

    /// Adds a parameter, and returns its name.
    pub(super) fn add(&mut self, name: &str, kind: ArgumentKind, is_optional: bool) -> String {
        let name = unique(&mut self.taken, &snake(name));
        self.arguments.push(Argument { name: name.clone(), kind, is_optional });
        name
    }

    pub(super) fn read<'d>(
        &mut self,
        operation: &Operation<'d>,
        path: &PathTemplate,
        types: &mut Types<'d>,
        omitted: &mut Vec<Problem>,
    ) -> Result<(), Problem> {
        for (name, argument) in &path.placeholders {
            let declared = operation.parameters.iter().find(|own| own.location == Location::Path && own.name == name);
            let type_ = match declared {
                Some(parameter) => self.path_type(parameter, types)?,
                None => {
                    omitted.push(Problem::new(
                        &operation.cursor.place,
                        format!("the placeholder `{name}` has no parameter, so it is a text"),
                    ));
                    Type::String
                }
            };
            self.arguments.push(Argument {
                name: argument.clone(),
                kind: ArgumentKind::Value(type_),
                is_optional: false,
            });
        }
        let mut optional = Vec::new();
        for parameter in &operation.parameters {
            let is_in_path = || path.placeholders.iter().any(|(name, _)| name == parameter.name);
            match parameter.location {
                Location::Path if is_in_path() => {}
                Location::Path => omitted.push(Problem::new(
                    &parameter.cursor.place,
                    format!("the path does not contain the parameter `{}`", parameter.name),
                )),
                Location::Query if self.is_plain(parameter, types) => optional.push(parameter),
                Location::Query => self.query_parameter(parameter, types, omitted)?,
                Location::Header => self.header(parameter, types, omitted)?,
                Location::Cookie if parameter.is_required => {
                    let message = format!("its cookie `{}` is required, and cookies are not declared", parameter.name);
                    return Err(Problem::new(&parameter.cursor.place, message));
                }
                Location::Cookie => omitted.push(Problem::new(
                    &parameter.cursor.place,
                    format!("the optional cookie `{}` is not declared", parameter.name),
                )),
            }
        }
        self.optional(operation, &optional, types, omitted)
    }

    fn path_type<'d>(&self, parameter: &Parameter<'d>, types: &mut Types<'d>) -> Result<Type, Problem> {
        let place = &parameter.cursor.place;
        if parameter.style != Style::Simple {
            return Err(Problem::new(
                place,
                format!("the style of the path parameter `{}` is not `simple`", parameter.name),
            ));
        }
        let type_ = self.type_of(parameter, types);
        match type_.non_null() {
            Type::List(_) | Type::Map(_) => {
                Err(Problem::new(place, format!("the path parameter `{}` is a list or an object", parameter.name)))
            }
            Type::Json => Ok(Type::String),
            other if !types.is_single(other) => {
                Err(Problem::new(place, format!("the path parameter `{}` is an object", parameter.name)))
            }
            other => Ok(other.clone()),
        }
    }

    fn type_of<'d>(&self, parameter: &Parameter<'d>, types: &mut Types<'d>) -> Type {
        match parameter.schema() {
            Some(schema) => {
                types.type_of(&schema, Direction::Request, &type_name(&self.method, &super::pascal(parameter.name)))
            }
            None => Type::String,
        }
    }

    /// Returns whether a pair is optional and has a single value, so that it can be the field of a struct.
    fn is_plain<'d>(&self, parameter: &Parameter<'d>, types: &mut Types<'d>) -> bool {
        if parameter.is_required || parameter.content().is_some() || parameter.style != Style::Form {
            return false;
        }
        let type_ = self.type_of(parameter, types);
        types.is_single(&type_)
    }

    /// Adds the optional pairs: as parameters, or as one struct if there are many.
    fn optional<'d>(
        &mut self,
        operation: &Operation<'d>,
        optional: &[&Parameter<'d>],
        types: &mut Types<'d>,
        omitted: &mut Vec<Problem>,
    ) -> Result<(), Problem> {
        if optional.len() <= MAX_OPTIONAL {
            for parameter in optional {
                self.query_parameter(parameter, types, omitted)?;
            }
            return Ok(());
        }
        let mut fields = Vec::new();
        for parameter in optional {
            fields.push(Field {
                name: parameter.name.to_owned(),
                type_: self.type_of(parameter, types).non_null().clone(),
                is_required: false,
                docs: parameter.cursor.text("description").map(str::to_owned),
                is_deprecated: parameter.cursor.is_true("deprecated"),
                is_boxed: false,
            });
        }
        let docs = format!("The optional pairs of the query of `{}`.", self.method);
        let place = operation.cursor.place.join("parameters");
        let type_ = types.add_struct(place, &type_name(&self.method, "Query"), docs, fields);
        let name = self.add("query", ArgumentKind::Value(type_), false);
        self.query.push(format!("<{name}..>"));
        Ok(())
    }

    fn query_parameter<'d>(
        &mut self,
        parameter: &Parameter<'d>,
        types: &mut Types<'d>,
        omitted: &mut Vec<Problem>,
    ) -> Result<(), Problem> {
        let type_ = self.type_of(parameter, types).non_null().clone();
        let key = parameter.name;
        let unsupported =
            |reason: &str| Problem::new(&parameter.cursor.place, format!("the query parameter `{key}` {reason}"));
        if key.contains(['<', '>', '&', '#', '"', '\\', '=']) {
            return optional_or(parameter, unsupported("has a name that a template cannot have"), omitted);
        }
        let is_optional = !parameter.is_required;
        let is_mixed = !types.is_single(&type_) && types.is_single_or_list(&type_);
        let is_object = matches!(type_, Type::Map(_) | Type::Named(_)) && !types.is_single(&type_) && !is_mixed;
        let pair = |name: &str, style: &str| {
            if name == key { format!("<{name}{style}>") } else { format!("{key}=<{name}{style}>") }
        };
        if parameter.content().is_some_and(|content| content.is_json())
            || (type_ == Type::Json && parameter.schema().is_none())
        {
            let name = self.add(key, ArgumentKind::Value(type_), is_optional);
            self.query.push(pair(&name, ":json"));
            return Ok(());
        }
        match (&type_, parameter.style) {
            (Type::List(item), style) => {
                let is_single = **item == Type::Json || types.is_single(item);
                if !is_single {
                    return optional_or(parameter, unsupported("is a list of objects"), omitted);
                }
                let style = match (style, parameter.explode) {
                    (Style::Form, true) | (Style::SpaceDelimited | Style::PipeDelimited, true) => "",
                    (Style::Form, false) => ":csv",
                    (Style::SpaceDelimited, false) => ":ssv",
                    (Style::PipeDelimited, false) => ":pipes",
                    _ => return optional_or(parameter, unsupported("is a list with a style for objects"), omitted),
                };
                let name = self.add(key, ArgumentKind::Slice(item.non_null().clone()), false);
                self.query.push(pair(&name, style));
            }
            (_, Style::DeepObject) if is_object => {
                let name = self.add(key, ArgumentKind::Value(type_), is_optional);
                self.query.push(format!("{key}[<{name}..>]"));
            }
            (_, Style::Form) if is_object && parameter.explode => {
                let name = self.add(key, ArgumentKind::Value(type_), is_optional);
                self.query.push(format!("<{name}..>"));
            }
            _ if is_mixed && (parameter.style != Style::Form || !parameter.explode) => {
                return optional_or(parameter, unsupported("is a value or a list, in one pair"), omitted);
            }
            _ if is_object => return optional_or(parameter, unsupported("is an object in one pair"), omitted),
            (Type::Json, _) => {
                let name = self.add(key, ArgumentKind::Value(Type::String), is_optional);
                self.query.push(pair(&name, ""));
            }
            _ => {
                let name = self.add(key, ArgumentKind::Value(type_), is_optional);
                self.query.push(pair(&name, ""));
            }
        }
        Ok(())
    }

    fn header<'d>(
        &mut self,
        parameter: &Parameter<'d>,
        types: &mut Types<'d>,
        omitted: &mut Vec<Problem>,
    ) -> Result<(), Problem> {
        let name = parameter.name;
        let problem = |reason: &str| Problem::new(&parameter.cursor.place, format!("the header `{name}` {reason}"));
        let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
        if name.is_empty() || !name.chars().all(is_token) {
            return optional_or(parameter, problem("has a name that HTTP does not allow"), omitted);
        }
        if RESERVED_HEADERS.contains(&&*name.to_ascii_lowercase()) {
            return optional_or(parameter, problem("belongs to the connection"), omitted);
        }
        let type_ = match self.type_of(parameter, types).non_null() {
            Type::List(_) | Type::Map(_) => return optional_or(parameter, problem("is a list or an object"), omitted),
            Type::Json => Type::String,
            other if !types.is_single(other) => return optional_or(parameter, problem("is an object"), omitted),
            other => other.clone(),
        };
        let argument = self.add(name, ArgumentKind::Value(type_), !parameter.is_required);
        self.keys.push(Key::HeaderParameter(name.to_owned(), argument));
        Ok(())
    }
}

/// Leaves out the operation if the parameter is required, and otherwise the parameter.
fn optional_or(parameter: &Parameter<'_>, problem: Problem, omitted: &mut Vec<Problem>) -> Result<(), Problem> {
    if parameter.is_required {
        return Err(problem);
    }
    omitted.push(problem);
    Ok(())
}
