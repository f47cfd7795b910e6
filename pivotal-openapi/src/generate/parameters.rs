//! The parameters of a method: path, query, headers.

use std::collections::BTreeSet;

use super::method::{Argument, ArgumentKind, Key};
use super::template::{PathTemplate, encoded};
use super::type_name;
use crate::contract::{Location, Operation, Parameter, Problem, Style};
use crate::types::{Direction, Field, Form, Type, Types, snake, unique};

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
        self.query.clone_from(&path.query);
        for (name, argument) in &path.placeholders {
            let declared = operation.parameters.iter().find(|own| own.location == Location::Path && own.name == name);
            let type_ = if let Some(parameter) = declared {
                self.path_type(parameter, types)?
            } else {
                omitted.push(Problem::new(
                    &operation.cursor.place,
                    format!("the placeholder `{name}` has no parameter, so it is a text"),
                ));
                Type::String
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
            let is_fixed = || path.query.iter().any(|pair| pair.split('=').next() == Some(&*encoded(parameter.name)));
            match parameter.location {
                Location::Path if is_in_path() => {}
                Location::Path => omitted.push(Problem::new(
                    &parameter.cursor.place,
                    format!("the path does not contain the parameter `{}`", parameter.name),
                )),
                // The path contains the pair.
                Location::Query if is_fixed() => {}
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
        let problem = |reason: &str| {
            Problem::new(&parameter.cursor.place, format!("its path parameter `{}` {reason}", parameter.name))
        };
        if !matches!(parameter.style, Style::Simple | Style::Label | Style::Matrix) {
            return Err(problem("has a style for queries"));
        }
        let type_ = self.type_of(parameter, types).non_null().clone();
        match types.form(&type_) {
            Form::Json => Ok(Type::String),
            Form::Single => Ok(type_),
            Form::List | Form::SingleOrList => Err(problem("is a list")),
            Form::Object | Form::Other => Err(problem("is an object")),
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
        types.form(type_.non_null()) == Form::Single
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
        let mut type_ = self.type_of(parameter, types).non_null().clone();
        let name = parameter.name;
        let problem =
            |reason: &str| Problem::new(&parameter.cursor.place, format!("the query parameter `{name}` {reason}"));
        if name.is_empty() {
            return optional_or(parameter, problem("has no name"), omitted);
        }
        let is_optional = !parameter.is_required;
        if let Some(value) = types.only_value(&type_).filter(|_| !is_optional) {
            self.query.push(format!("{}={}", encoded(name), encoded(value)));
            return Ok(());
        }
        if parameter.content().is_some_and(|content| content.is_json()) {
            self.pair(name, ":json", ArgumentKind::Value(type_), is_optional);
            return Ok(());
        }
        let mut form = types.form(&type_);
        if form == Form::Other
            && let Some((part, own)) = types.best_alternative(&type_, is_for_objects(parameter))
        {
            omitted.push(problem("has several types, of which one is declared"));
            (type_, form) = (part, own);
        }
        match (form, &type_) {
            (Form::Other, Type::List(_)) => return optional_or(parameter, problem("is a list of objects"), omitted),
            (Form::Other, _) => return optional_or(parameter, problem("has several types"), omitted),
            (Form::Json, _) => self.pair(name, "", ArgumentKind::Value(Type::String), is_optional),
            (Form::Single, _) => self.pair(name, "", ArgumentKind::Value(type_), is_optional),
            (Form::Object, _) => {
                let argument = self.add_object(parameter, type_);
                let Some(argument) = argument else {
                    return optional_or(parameter, problem("is an object in one pair"), omitted);
                };
                self.query.push(argument);
            }
            (Form::List | Form::SingleOrList, _) => {
                let style = match (parameter.style, parameter.explode) {
                    (Style::Form | Style::SpaceDelimited | Style::PipeDelimited, true) => "",
                    (Style::Form, false) => ":csv",
                    (Style::SpaceDelimited, false) => ":ssv",
                    (Style::PipeDelimited, false) => ":pipes",
                    _ => {
                        return optional_or(parameter, problem("is a list with a style for objects"), omitted);
                    }
                };
                match type_ {
                    Type::List(item) => {
                        self.pair(name, style, ArgumentKind::Slice(item.non_null().clone()), false);
                    }
                    other => self.pair(name, style, ArgumentKind::Value(other), is_optional),
                }
            }
        }
        Ok(())
    }

    /// Adds a pair of the query with a value.
    fn pair(&mut self, key: &str, style: &str, kind: ArgumentKind, is_optional: bool) {
        let name = self.add(key, kind, is_optional);
        self.query.push(if name == key {
            format!("<{name}{style}>")
        } else {
            format!("{}=<{name}{style}>", encoded(key))
        });
    }

    /// Adds a parameter whose members are pairs, and returns its part of the template.
    fn add_object(&mut self, parameter: &Parameter<'_>, type_: Type) -> Option<String> {
        let key = parameter.name;
        if !is_for_objects(parameter) {
            return None;
        }
        let name = self.add(key, ArgumentKind::Value(type_), !parameter.is_required);
        let is_deep = parameter.style == Style::DeepObject;
        Some(if is_deep { format!("{}[<{name}..>]", encoded(key)) } else { format!("<{name}..>") })
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
        let type_ = self.type_of(parameter, types).non_null().clone();
        let is_text = |value: &&str| value.chars().all(|c| c == ' ' || c.is_ascii_graphic()) && value.trim() == *value;
        if let Some(value) = types.only_value(&type_).filter(is_text).filter(|_| parameter.is_required) {
            self.keys.push(Key::HeaderValue(name.to_owned(), value.to_owned()));
            return Ok(());
        }
        let (kind, is_optional) = match (types.form(&type_), type_) {
            (Form::Single | Form::SingleOrList, type_) => (ArgumentKind::Value(type_), !parameter.is_required),
            (Form::Json, _) => (ArgumentKind::Value(Type::String), !parameter.is_required),
            (Form::List, Type::List(item)) => (ArgumentKind::Slice(item.non_null().clone()), false),
            _ => return optional_or(parameter, problem("is an object"), omitted),
        };
        let argument = self.add(name, kind, is_optional);
        self.keys.push(Key::HeaderParameter(name.to_owned(), argument));
        Ok(())
    }
}

/// Returns whether the members of an object are pairs.
fn is_for_objects(parameter: &Parameter<'_>) -> bool {
    parameter.style == Style::DeepObject || (parameter.style == Style::Form && parameter.explode)
}

/// Leaves out the operation if the parameter is required, and otherwise the parameter.
fn optional_or(parameter: &Parameter<'_>, problem: Problem, omitted: &mut Vec<Problem>) -> Result<(), Problem> {
    if parameter.is_required {
        return Err(problem);
    }
    omitted.push(problem);
    Ok(())
}
