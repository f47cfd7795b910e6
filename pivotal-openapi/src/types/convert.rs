//! From schemas to types.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::direction::Directions;
use super::merge::{Object, alternatives, is_annotation, is_object, is_union_of_types};
use super::recursion::add_boxes;
use super::{Definition, Direction, Field, Shape, Struct, Type, is_reserved, pascal, scalar, unique};
use crate::contract::Problem;
use crate::document::{Cursor, Document, Node, Place};

/// The types of a document.
pub(crate) struct Types<'d> {
    pub(crate) definitions: Vec<Definition>,
    /// Parts of schemas that have no type of their own.
    pub(crate) problems: Vec<Problem>,
    by_key: IndexMap<(Place, Option<Direction>, Option<String>), usize>,
    directions: Directions,
    /// The schemas that are being read, without definitions.
    open: Vec<Place>,
    /// The places of named schemas, which get their names first.
    components: BTreeSet<Place>,
    document: &'d Document,
}

impl<'d> Types<'d> {
    pub(crate) fn new(document: &'d Document) -> Self {
        let components = document.root().get("components").map(|components| components.entries_of("schemas"));
        let components = components.unwrap_or_default().into_iter().map(|(_, schema)| schema.place).collect();
        Self {
            definitions: Vec::new(),
            problems: Vec::new(),
            by_key: IndexMap::new(),
            directions: Directions::default(),
            open: Vec::new(),
            components,
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
                    name = pascal(reference.rsplit(['/', '#']).next().unwrap_or_default());
                    schema = target;
                }
                Err(message) => {
                    self.problems.push(Problem::new(&schema.place, message));
                    return Type::Json;
                }
            }
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
        let (kinds, mut is_nullable) = scalar::kinds(schema);
        let parts = schema.items_of("allOf");
        if !parts.is_empty() {
            let (type_, null) = self.all_of(schema, &parts, direction, name);
            return (type_, is_nullable || null);
        }
        if is_union_of_types(schema) && schema.get("properties").is_none() {
            let members = alternatives(schema);
            let (type_, null) = self.union(schema, &members, direction, name);
            return (type_, is_nullable || null);
        }
        let constant = schema.get("const").map(|constant| vec![constant]);
        if let Some(values) = constant.or_else(|| schema.get("enum").map(|values| values.items().collect())) {
            is_nullable |= values.iter().any(|value| *value.node == Node::Null);
            let texts: Vec<String> = values.iter().filter_map(|value| value.node.as_str()).map(str::to_owned).collect();
            let others = values.iter().filter(|value| *value.node != Node::Null).count() - texts.len();
            if others == 0 && !texts.is_empty() && kinds.first().is_none_or(|kind| *kind == "string") {
                // A single text distinguishes the alternatives of a union.
                let is_open = texts.len() > 1;
                return (self.enumeration(schema, texts, is_open, direction, name), is_nullable);
            }
        }
        let type_ = match kinds.as_slice() {
            ["object"] => self.object(schema, direction, name),
            ["array"] => self.list(schema, direction, name),
            ["string"] => scalar::text(schema.text("format")),
            ["integer"] => scalar::integer(schema.text("format")),
            ["number"] => Type::Float,
            ["boolean"] => Type::Bool,
            [] if is_object(schema) || schema.get("additionalProperties").is_some() => {
                self.object(schema, direction, name)
            }
            [] if schema.get("items").is_some() => self.list(schema, direction, name),
            [] => untyped(schema),
            several => self.several(schema, several, direction, name),
        };
        (type_, is_nullable)
    }

    fn list(&mut self, schema: &Cursor<'d>, direction: Direction, name: &str) -> Type {
        let item = match schema.get("items") {
            Some(items) => self.type_of(&items, direction, &format!("{name}Item")),
            None => Type::Json,
        };
        Type::List(Box::new(item))
    }

    /// Returns the type of an object: a struct, or a map.
    fn object(&mut self, schema: &Cursor<'d>, direction: Direction, name: &str) -> Type {
        let mut object = Object::default();
        object.add(schema, 0);
        if object.properties.is_empty() && object.unions.is_empty() {
            let pattern = || schema.entries_of("patternProperties").into_iter().next().map(|(_, pattern)| pattern);
            if let Some(values) = object.others.clone().or_else(pattern) {
                return Type::Map(Box::new(self.type_of(&values, direction, &format!("{name}Value"))));
            }
            let is_closed = schema.get("additionalProperties").is_some_and(|others| *others.node == Node::Bool(false));
            if !is_closed || schema.get("properties").is_none() {
                return Type::Map(Box::new(Type::Json));
            }
        }
        self.define(schema, direction, name, None, |types, name| types.structure(&object, direction, name, None))
    }

    /// Returns the type of a schema with several types.
    fn several(&mut self, schema: &Cursor<'d>, kinds: &[&str], direction: Direction, name: &str) -> Type {
        // The most common one: a number that can be a text.
        self.problems.push(Problem::new(&schema.place, format!("a value of type {} is any JSON", kinds.join(" or "))));
        let _ = (direction, name);
        Type::Json
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

    /// Returns the type of `allOf`: that of its only part, or a struct of all members.
    fn all_of(&mut self, schema: &Cursor<'d>, parts: &[Cursor<'d>], direction: Direction, name: &str) -> (Type, bool) {
        let is_own = schema.get("properties").is_some();
        let meaningful: Vec<&Cursor<'d>> = parts.iter().filter(|part| !is_annotation(part)).collect();
        if let ([part], false) = (meaningful.as_slice(), is_own) {
            return (self.type_of(part, direction, name), false);
        }
        let is_of_objects = meaningful.iter().all(|part| {
            let part = (*part).clone().resolve();
            part.is_ok_and(|part| is_object(&part) || part.get("allOf").is_some() || is_union_of_types(&part))
        });
        if !is_of_objects && let Some(part) = meaningful.first() {
            self.problems
                .push(Problem::new(&schema.place, "the parts of `allOf` are no objects, so the first one is used"));
            return (self.type_of(part, direction, name), false);
        }
        let mut object = Object::default();
        object.add(schema, 0);
        let type_ =
            self.define(schema, direction, name, None, |types, name| types.structure(&object, direction, name, None));
        (type_, false)
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
        for (number, union) in (1..).zip(&object.unions) {
            let members = alternatives(union);
            let suffix = if object.unions.len() == 1 { "Kind".to_owned() } else { format!("Kind{number}") };
            // The schema of the union is that of the struct, so it is defined at another place.
            let place = union.get("oneOf").or_else(|| union.get("anyOf")).unwrap_or_else(|| union.clone());
            let (type_, _) = self.union(&place, &members, direction, &format!("{name}{suffix}"));
            structure.flattened.push(type_);
        }
        structure.others = match &object.others {
            // Unknown members are ignored unless the schema gives them a type.
            Some(others) if *others.node != Node::Bool(true) && others.node.entries().next().is_some() => {
                Some(self.type_of(others, direction, &format!("{name}Value")))
            }
            _ => None,
        };
        Shape::Struct(structure)
    }

    /// Returns the definition of a schema, which is created on first use.
    pub(super) fn define(
        &mut self,
        schema: &Cursor<'d>,
        direction: Direction,
        name: &str,
        omitted: Option<&str>,
        shape: impl FnOnce(&mut Self, &str) -> Shape,
    ) -> Type {
        let own = self.directions.is_dependent(schema).then_some(direction);
        let key = (schema.place.clone(), own, omitted.map(str::to_owned));
        if let Some(id) = self.by_key.get(&key) {
            let id = *id;
            self.mark_sent(id, direction);
            return Type::Named(id);
        }
        let id = self.definitions.len();
        self.by_key.insert(key, id);
        self.definitions.push(Definition {
            name: name.to_owned(),
            docs: schema.text("description").or_else(|| schema.text("title")).map(str::to_owned),
            is_deprecated: schema.is_true("deprecated"),
            place: schema.place.clone(),
            direction: own,
            is_sent: direction == Direction::Request,
            shape: Shape::Pending,
        });
        // A definition can contain itself, which its schema can do, too.
        let open = std::mem::take(&mut self.open);
        let shape = shape(self, name);
        self.open = open;
        if let Some(definition) = self.definitions.get_mut(id) {
            definition.shape = shape;
        }
        Type::Named(id)
    }

    /// Marks a definition, and those that it contains, as sent.
    fn mark_sent(&mut self, id: usize, direction: Direction) {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let Some(definition) = self.definitions.get_mut(id) else { continue };
            if direction == Direction::Response || std::mem::replace(&mut definition.is_sent, true) {
                continue;
            }
            open.extend(definition.shape.types().into_iter().filter_map(Type::named));
        }
    }

    /// Returns whether a type is written as one text: it is neither a list nor an object.
    pub(crate) fn is_single(&self, type_: &Type) -> bool {
        match type_ {
            Type::List(_) | Type::Map(_) | Type::Json | Type::Bytes | Type::Unit => false,
            Type::Nullable(inner) => self.is_single(inner),
            Type::Named(id) => match self.definitions.get(*id).map(|definition| &definition.shape) {
                Some(Shape::Enum { .. }) => true,
                Some(Shape::Union(union)) => {
                    union.tag.is_none() && union.variants.iter().all(|variant| self.is_single(&variant.type_))
                }
                _ => false,
            },
            _ => true,
        }
    }

    /// Returns whether a type is one text or a list of texts, depending on the value.
    pub(crate) fn is_single_or_list(&self, type_: &Type) -> bool {
        let Type::Named(id) = type_.non_null() else { return false };
        let Some(Shape::Union(union)) = self.definitions.get(*id).map(|definition| &definition.shape) else {
            return false;
        };
        let is_part = |type_: &Type| match type_ {
            Type::List(item) => self.is_single(item),
            other => self.is_single(other),
        };
        union.tag.is_none() && union.variants.iter().all(|variant| is_part(&variant.type_))
    }

    /// Adds a struct that is no schema.
    pub(crate) fn add_struct(&mut self, place: Place, name: &str, docs: String, fields: Vec<Field>) -> Type {
        let structure = Struct { fields, ..Struct::default() };
        Type::Named(self.add(place, name, docs, Direction::Request, Shape::Struct(structure)))
    }

    /// Adds an enum with a type for each status.
    pub(crate) fn add_cases(&mut self, place: Place, name: &str, method: &str, cases: Vec<(u16, Type)>) -> usize {
        let docs = format!("The response of `{method}`, which depends on the status.");
        self.add(place, name, docs, Direction::Response, Shape::Cases(cases))
    }

    fn add(&mut self, place: Place, name: &str, docs: String, direction: Direction, shape: Shape) -> usize {
        self.definitions.push(Definition {
            name: name.to_owned(),
            docs: Some(docs),
            is_deprecated: false,
            place,
            direction: None,
            is_sent: direction == Direction::Request,
            shape,
        });
        self.definitions.len() - 1
    }

    /// Gives each definition its final name, and boxes to those that contain themselves. `taken` are names of other types.
    pub(crate) fn finish(&mut self, taken: &mut BTreeSet<String>) {
        add_boxes(&mut self.definitions);
        let both: BTreeSet<Place> = {
            let of = |direction| self.definitions.iter().filter(move |known| known.direction == Some(direction));
            let responses: BTreeSet<&Place> = of(Direction::Response).map(|known| &known.place).collect();
            of(Direction::Request)
                .map(|known| &known.place)
                .filter(|place| responses.contains(place))
                .cloned()
                .collect()
        };
        for is_component in [true, false] {
            for definition in &mut self.definitions {
                if self.components.contains(&definition.place) != is_component {
                    continue;
                }
                if definition.direction == Some(Direction::Request) && both.contains(&definition.place) {
                    definition.name.push_str("Input");
                }
                if is_reserved(&definition.name) {
                    definition.name.push_str("Object");
                }
                definition.name = unique(taken, &definition.name);
            }
        }
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
