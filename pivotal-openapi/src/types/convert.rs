//! Converts schemas to types.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::direction::Directions;
use super::inherit::{Extensions, extensions};
use super::merge::{Object, is_object, is_union_of_types};
use super::names::{item_name, reference_name};
use super::{Definition, Direction, Field, Shape, Struct, Type, pascal, scalar};
use crate::contract::{Kind, Problem, mistyped};
use crate::document::{Cursor, Document, Node, Place};

/// The types of a document.
pub(crate) struct Types<'d> {
    pub(crate) definitions: Vec<Definition>,
    /// Parts of schemas that have no type of their own.
    pub(crate) problems: Vec<Problem>,
    pub(super) by_key: IndexMap<(Place, Option<Direction>, Option<String>), usize>,
    pub(super) directions: Directions,
    /// The schemas that are being read, without definitions.
    pub(super) open: Vec<Place>,
    /// The places of named schemas, which get their names first.
    pub(super) components: BTreeSet<Place>,
    pub(super) component_names: BTreeSet<String>,
    /// The schemas that extend those with a discriminator.
    pub(super) extensions: Extensions<'d>,
    document: &'d Document,
}

/// The types of the members of a schema.
const MEMBERS: [(&str, Kind); 11] = [
    ("$ref", Kind::Text),
    ("type", Kind::TextOrList),
    ("format", Kind::Text),
    ("enum", Kind::List),
    ("properties", Kind::Object),
    ("required", Kind::List),
    ("items", Kind::Schema),
    ("additionalProperties", Kind::Schema),
    ("allOf", Kind::List),
    ("oneOf", Kind::List),
    ("anyOf", Kind::List),
];

impl<'d> Types<'d> {
    pub(crate) fn new(document: &'d Document) -> Self {
        let components = document.root().get("components").map(|components| components.entries_of("schemas"));
        let components = components.unwrap_or_default();
        Self {
            definitions: Vec::new(),
            problems: Vec::new(),
            by_key: IndexMap::new(),
            directions: Directions::default(),
            open: Vec::new(),
            component_names: components.iter().map(|(name, _)| pascal(name)).collect(),
            extensions: extensions(&components),
            components: components.into_iter().map(|(_, schema)| schema.place).collect(),
            document,
        }
    }

    /// Returns the type of a schema. `name` is that of a definition without a name of its own.
    pub(crate) fn type_of(&mut self, schema: &Cursor<'d>, direction: Direction, name: &str) -> Type {
        let (mut schema, mut name) = (schema.clone(), name.to_owned());
        let mut is_nullable = false;
        for _ in 0..32 {
            let Some(reference) = schema.reference() else { break };
            // In 3.1, other keywords can be beside a reference.
            is_nullable |= scalar::kinds(&schema).1;
            match self.document.find(&schema.place, reference) {
                Ok(target) => {
                    name = pascal(&reference_name(reference));
                    schema = target;
                }
                Err(message) => {
                    self.problems.push(Problem::new(&schema.place, message));
                    return Type::Json;
                }
            }
        }
        if schema.reference().is_some() {
            self.problems.push(Problem::new(&schema.place, "the reference leads in a circle, so it is any JSON"));
            return Type::Json;
        }
        if self.open.contains(&schema.place) {
            self.problems
                .push(Problem::new(&schema.place, "the schema contains itself without an object, so it is any JSON"));
            return Type::Json;
        }
        self.open.push(schema.place.clone());
        let (bare, null) = self.bare(&schema, direction, &name);
        self.open.pop();
        if null || is_nullable { bare.nullable() } else { bare }
    }

    /// Returns the type of a schema without a reference, and whether it can be `null`.
    fn bare(&mut self, schema: &Cursor<'d>, direction: Direction, name: &str) -> (Type, bool) {
        self.problems.extend(mistyped(schema, &MEMBERS));
        let parts = schema.items_of("allOf");
        let (type_, is_nullable) = if parts.is_empty() {
            self.single(schema, direction, name)
        } else {
            self.all_of(schema, &parts, direction, name)
        };
        (type_, is_nullable || scalar::kinds(schema).1)
    }

    /// Returns the type of a schema, without the parts of `allOf`, and whether it can be `null`.
    pub(super) fn single(&mut self, schema: &Cursor<'d>, direction: Direction, name: &str) -> (Type, bool) {
        if !matches!(schema.node, Node::Object(_) | Node::Bool(_) | Node::Null) {
            self.problems.push(Problem::new(&schema.place, "it is no schema, so it is any JSON"));
            return (Type::Json, false);
        }
        if is_union_of_types(schema) && schema.get("properties").is_none() {
            if !schema.items_of("oneOf").is_empty() && !schema.items_of("anyOf").is_empty() {
                self.problems.push(Problem::new(&schema.place, "`anyOf` beside `oneOf` is ignored"));
            }
            return self.union(schema, schema, direction, name);
        }
        let (mut kinds, is_nullable) = scalar::kinds(schema);
        if kinds.is_empty() && is_nullable && schema.text("type") == Some("null") {
            return (Type::Unit, false);
        }
        let constant = schema.get("const").map(|constant| vec![constant]);
        let values = constant.unwrap_or_else(|| schema.items_of("enum"));
        let has_null = values.iter().any(|value| *value.node == Node::Null);
        if has_null && values.len() == 1 {
            return (Type::Unit, false);
        }
        if kinds.is_empty() {
            kinds.extend(scalar::kind_of_values(&values));
        }
        if kinds == ["string"] && !values.is_empty() {
            let texts: Vec<String> = values.iter().filter_map(|value| scalar::value_text(value.node)).collect();
            // A single text distinguishes the alternatives of a union.
            let is_open = texts.len() > 1;
            return (self.enumeration(schema, texts, is_open, direction, name), has_null);
        }
        (self.by_kind(schema, &kinds, direction, name), has_null)
    }

    /// Returns the type of a schema by its `type`.
    pub(super) fn by_kind(&mut self, schema: &Cursor<'d>, kinds: &[&str], direction: Direction, name: &str) -> Type {
        match kinds {
            ["object"] => self.object(schema, direction, name),
            ["array"] => self.list(schema, direction, name),
            ["string"] => scalar::text(schema.text("format")),
            ["integer"] => scalar::integer(schema.text("format")),
            ["number"] => Type::Float,
            ["boolean"] => Type::Bool,
            [unknown] => {
                self.problems.push(Problem::new(&schema.place, format!("the type `{unknown}` is unknown")));
                Type::Json
            }
            [] if is_object(schema)
                || ["additionalProperties", "patternProperties"].iter().any(|key| schema.get(key).is_some()) =>
            {
                self.object(schema, direction, name)
            }
            [] if schema.get("items").or_else(|| schema.get("prefixItems")).is_some() => {
                self.list(schema, direction, name)
            }
            [] if schema.get("discriminator").is_some() => self.object(schema, direction, name),
            [] => untyped(schema),
            several => self.several(schema, several, direction, name),
        }
    }

    fn list(&mut self, schema: &Cursor<'d>, direction: Direction, name: &str) -> Type {
        if let Some(items) = schema.get("prefixItems") {
            self.problems.push(Problem::new(&items.place, "items with types by their positions are any JSON"));
            return Type::List(Box::new(Type::Json));
        }
        let item = match schema.get("items").filter(|items| matches!(items.node, Node::Object(_))) {
            Some(items) => {
                let singular = Some(item_name(name)).filter(|item| !self.component_names.contains(item));
                self.type_of(&items, direction, &singular.unwrap_or_else(|| format!("{name}Item")))
            }
            None => Type::Json,
        };
        Type::List(Box::new(item))
    }

    /// Returns the type of an object: a struct, a map, or the union of the schemas that extend it.
    fn object(&mut self, schema: &Cursor<'d>, direction: Direction, name: &str) -> Type {
        if let Some(union) = self.inherited(schema, direction, name) {
            return union;
        }
        let object = self.parts(schema);
        if object.properties.is_empty() && object.unions.is_empty() {
            if let Some(values) = object.others {
                return Type::Map(Box::new(self.type_of(&values, direction, &format!("{name}Value"))));
            }
            let is_closed = schema.get("additionalProperties").is_some_and(|others| *others.node == Node::Bool(false));
            if !is_closed || schema.get("properties").is_none() {
                return Type::Map(Box::new(Type::Json));
            }
        }
        self.define(schema, direction, name, None, |types, name| types.structure(&object, direction, name, None))
    }

    /// Returns the parts of an object.
    pub(super) fn parts(&mut self, schema: &Cursor<'d>) -> Object<'d> {
        let mut object = Object::new(schema);
        self.problems.append(&mut object.problems);
        object
    }

    /// Defines an enum of texts.
    pub(super) fn enumeration(
        &mut self,
        schema: &Cursor<'d>,
        values: Vec<String>,
        is_open: bool,
        direction: Direction,
        name: &str,
    ) -> Type {
        let mut unique = BTreeSet::new();
        let values: Vec<String> = values.into_iter().filter(|value| unique.insert(value.clone())).collect();
        self.define(schema, direction, name, None, |_, _| Shape::Enum { values, is_open })
    }

    /// Returns the struct of an object, without the member `omitted`.
    pub(super) fn structure(
        &mut self,
        object: &Object<'d>,
        direction: Direction,
        name: &str,
        omitted: Option<&str>,
    ) -> Shape {
        let mut structure = Struct::default();
        for (property, schema) in &object.properties {
            let resolved = schema.clone().resolve();
            let is = |key| schema.is_true(key) || resolved.as_ref().is_ok_and(|schema| schema.is_true(key));
            let is_other_direction = match direction {
                Direction::Request => is("readOnly"),
                Direction::Response => is("writeOnly"),
            };
            if is_other_direction || omitted == Some(*property) {
                continue;
            }
            let docs = schema.text("description").or_else(|| resolved.as_ref().ok()?.text("description"));
            structure.fields.push(Field {
                name: (*property).to_owned(),
                type_: self.type_of(schema, direction, &format!("{name}{}", pascal(property))),
                is_required: object.required.contains(property),
                docs: docs.map(str::to_owned),
                is_deprecated: is("deprecated"),
                is_boxed: false,
            });
        }
        self.problems.extend(object.undeclared());
        for (number, union) in (1..).zip(&object.unions) {
            let suffix = if object.unions.len() == 1 { "Kind".to_owned() } else { format!("Kind{number}") };
            // The schema of the union is that of the struct, so it is defined at another place.
            let place = union.get("oneOf").or_else(|| union.get("anyOf")).unwrap_or_else(|| union.clone());
            let (type_, _) = self.union(union, &place, direction, &format!("{name}{suffix}"));
            structure.flattened.push(type_);
        }
        // Unknown members are ignored unless the schema mentions them.
        let others = object.others.as_ref();
        structure.others = others.map(|others| self.type_of(others, direction, &format!("{name}Value")));
        Shape::Struct(structure)
    }
}

/// Returns the type of a schema without `type`.
fn untyped(schema: &Cursor<'_>) -> Type {
    match schema.text("format") {
        Some(format) => match scalar::text(Some(format)) {
            Type::String if format.contains("int") => scalar::integer(Some(format)),
            Type::String => Type::Json,
            type_ => type_,
        },
        None if schema.get("pattern").is_some() || schema.get("maxLength").is_some() => Type::String,
        None => Type::Json,
    }
}
