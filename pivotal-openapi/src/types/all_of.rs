//! Schemas of several parts, and of several types.

use super::merge::{is_object, is_typed, is_union_of_types};
use super::scalar::kinds;
use super::{Direction, Shape, Type, Types, Union, Variant};
use crate::contract::Problem;
use crate::document::Cursor;

impl<'d> Types<'d> {
    /// Returns the type of `allOf`: that of its only part, or a struct of all members.
    pub(super) fn all_of(
        &mut self,
        schema: &Cursor<'d>,
        parts: &[Cursor<'d>],
        direction: Direction,
        name: &str,
    ) -> (Type, bool) {
        let mut typed: Vec<(&Cursor<'d>, Cursor<'d>)> = Vec::new();
        let mut has_required = schema.get("required").is_some();
        for part in parts {
            match part.clone().resolve() {
                Ok(target) if is_typed(&target) => typed.push((part, target)),
                Ok(target) => has_required |= target.get("required").is_some(),
                Err(message) => self.problems.push(Problem::new(&part.place, message)),
            }
        }
        let is_own = schema.get("properties").is_some() || is_union_of_types(schema);
        match typed.as_slice() {
            [] => return self.single(schema, direction, name),
            [(part, target)] if !(is_own || has_required && is_object(target)) => {
                return (self.type_of(part, direction, name), false);
            }
            _ => {}
        }
        let is_of_objects = typed.iter().all(|(_, target)| {
            is_object(target)
                || ["allOf", "additionalProperties"].iter().any(|key| target.get(key).is_some())
                || is_union_of_types(target)
        });
        if is_of_objects {
            let object = self.parts(schema);
            let structure = |types: &mut Self, name: &str| types.structure(&object, direction, name, None);
            return (self.define(schema, direction, name, None, structure), false);
        }
        let kind = |target: &Cursor<'d>| kinds(target).0.into_iter().next();
        let mut of_parts: Vec<&str> = typed.iter().filter_map(|(_, target)| kind(target)).collect();
        of_parts.sort_unstable();
        of_parts.dedup();
        if of_parts.len() > 1 || typed.iter().any(|(_, target)| is_object(target)) {
            let message = "the parts of `allOf` have different types, so one of them is used";
            self.problems.push(Problem::new(&schema.place, message));
        }
        let has_values = |target: &Cursor<'d>| target.get("enum").or_else(|| target.get("const")).is_some();
        let best = typed.iter().find(|(_, target)| has_values(target)).or_else(|| typed.first());
        best.map_or((Type::Json, false), |(part, _)| (self.type_of(part, direction, name), false))
    }

    /// Returns the type of a schema with several types: a union of them.
    pub(super) fn several(&mut self, schema: &Cursor<'d>, kinds: &[&str], direction: Direction, name: &str) -> Type {
        // An integer is a number.
        let is_wider = |kind: &&&str| **kind != "integer" || !kinds.contains(&"number");
        let mut variants: Vec<Variant> = Vec::new();
        for kind in kinds.iter().filter(is_wider) {
            // Its definition is not that of the union, so it has another place.
            let part = Cursor { place: schema.place.join("type").join(kind), ..schema.clone() };
            let suffix = super::pascal(kind);
            let type_ = self.by_kind(&part, &[*kind], direction, &format!("{name}{suffix}"));
            if !variants.iter().any(|known| known.type_ == type_) {
                variants.push(Variant { tag: None, type_, is_boxed: false });
            }
        }
        if let [only] = variants.as_slice() {
            return only.type_.clone();
        }
        self.sort(&mut variants);
        self.define(schema, direction, name, None, |_, _| Shape::Union(Union { variants, tag: None }))
    }
}
