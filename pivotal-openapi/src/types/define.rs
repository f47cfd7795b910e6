//! The definitions and their names.

use std::collections::BTreeSet;

use super::recursion::{add_boxes, remove_circles};
use super::{Definition, Direction, Field, Shape, Struct, Type, Types, is_reserved, unique};
use crate::document::{Cursor, Place};

impl<'d> Types<'d> {
    /// Returns the definition of a schema, which is created on first use.
    pub(super) fn define(
        &mut self,
        schema: &Cursor<'d>,
        direction: Direction,
        name: &str,
        omitted: Option<&str>,
        shape: impl FnOnce(&mut Self, &str) -> Shape,
    ) -> Type {
        let own = self.directions.is_dependent(schema, &self.extensions).then_some(direction);
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
            other_name: None,
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

    /// Adds a struct that is no schema.
    pub(crate) fn add_struct(&mut self, place: Place, name: &str, docs: String, fields: Vec<Field>) -> Type {
        let structure = Struct { fields, ..Struct::default() };
        Type::Named(self.add(place, name, docs, Direction::Request, Shape::Struct(structure)))
    }

    /// Adds an enum with a type for each status.
    pub(crate) fn add_cases(
        &mut self,
        place: Place,
        name: &str,
        method: &str,
        cases: Vec<(Option<u16>, Type)>,
    ) -> usize {
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
            other_name: None,
            shape,
        });
        self.definitions.len() - 1
    }

    /// Gives each definition its final name, and boxes to those that contain themselves. `taken` are names of other types.
    pub(crate) fn finish(&mut self, taken: &mut BTreeSet<String>) {
        self.problems.extend(remove_circles(&mut self.definitions));
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
        // Names of the document go first.
        let is_input = |definition: &Definition| {
            definition.direction == Some(Direction::Request) && both.contains(&definition.place)
        };
        let components = &self.components;
        let rank = |definition: &Definition| {
            let is_component = components.contains(&definition.place);
            (definition.other_name.is_some(), !is_component, is_input(definition))
        };
        let mut order: Vec<usize> = (0..self.definitions.len()).collect();
        order.sort_by_key(|id| self.definitions.get(*id).map(rank));
        for id in order {
            let Some(definition) = self.definitions.get_mut(id) else { continue };
            if let Some(other) = definition.other_name.take()
                && taken.contains(&definition.name)
            {
                definition.name = other;
            }
            if is_input(definition) {
                definition.name.push_str("Input");
            }
            if is_reserved(&definition.name) {
                definition.name.push_str("Object");
            }
            definition.name = unique(taken, &definition.name);
        }
    }
}
