//! Alternatives: `oneOf` and `anyOf`.

use super::merge::{Object, alternatives, is_object};
use super::names::reference_name;
use super::scalar::kinds;
use super::{Direction, Shape, Type, Types, Union, Variant};
use crate::contract::Problem;
use crate::document::{Cursor, Node, Place};

/// An alternative with a tag: its schema, its own name, and the values of the tag.
pub(super) type Tagged<'d> = (Cursor<'d>, Option<String>, Vec<String>);

impl<'d> Types<'d> {
    /// Returns the type of the alternatives of a schema, and whether one of them is `null`. The type is defined at a place.
    pub(super) fn union(
        &mut self,
        schema: &Cursor<'d>,
        place: &Cursor<'d>,
        direction: Direction,
        name: &str,
    ) -> (Type, bool) {
        let all = alternatives(schema);
        let mut is_nullable = all.iter().any(is_null);
        let mut places: Vec<Place> = Vec::new();
        let mut members: Vec<Cursor<'d>> = Vec::new();
        for member in all.into_iter().filter(|member| !is_null(member)) {
            let place = member.clone().resolve().map_or(member.place.clone(), |target| target.place);
            if !places.contains(&place) {
                places.push(place);
                members.push(member);
            }
        }
        if let [member] = members.as_slice() {
            return (self.type_of(member, direction, name), is_nullable);
        }
        if let Some(texts) = texts(&members) {
            return (self.enumeration(place, texts, true, direction, name), is_nullable);
        }
        if let Some((tag, tagged)) = self.tags(schema, &members) {
            let union = |types: &mut Self, _: &str| types.tagged(&tagged, tag, direction, name);
            return (self.define(place, direction, name, None, union), is_nullable);
        }
        is_nullable |= members.iter().any(|member| member.clone().resolve().is_ok_and(|member| kinds(&member).1));
        if let Some(type_) = self.same_scalar(&members) {
            return (type_, is_nullable);
        }
        let untagged = |types: &mut Self, name: &str| {
            let mut variants: Vec<Variant> = Vec::new();
            for (number, member) in (1..).zip(&members) {
                let hint = match (member.text("title"), distinctive(member, &members)) {
                    (Some(title), _) => super::pascal(title),
                    (None, Some(property)) => super::pascal(property),
                    (None, None) => number.to_string(),
                };
                let type_ = types.type_of(member, direction, &format!("{name}{hint}")).non_null().clone();
                if !variants.iter().any(|known| known.type_ == type_) {
                    variants.push(Variant { tag: None, type_, is_boxed: false });
                }
            }
            if let Some(merged) = types.merged(&variants) {
                return Shape::Struct(merged);
            }
            types.sort(&mut variants);
            Shape::Union(Union { variants, tag: None })
        };
        (self.define(place, direction, name, None, untagged), is_nullable)
    }

    /// Sorts variants without tags: the first one that can be read is used, so the one with the most members comes first.
    pub(super) fn sort(&self, variants: &mut [Variant]) {
        variants.sort_by_key(|variant| std::cmp::Reverse(self.specificity(&variant.type_)));
    }

    /// Returns the type that all alternatives have, if they are single values.
    fn same_scalar(&mut self, members: &[Cursor<'d>]) -> Option<Type> {
        let mut types = members.iter().map(|member| {
            let member = member.clone().resolve().ok()?;
            let is_scalar = matches!(kinds(&member).0.as_slice(), ["string" | "integer" | "number" | "boolean"]);
            let is_plain = is_scalar && member.get("enum").is_none() && member.get("const").is_none();
            is_plain.then(|| self.type_of(&member, Direction::Response, "").non_null().clone())
        });
        let first = types.next()??;
        types.all(|type_| type_.as_ref() == Some(&first)).then_some(first)
    }

    /// Returns the union of structs whose member `tag` has the name of the variant.
    pub(super) fn tagged(&mut self, members: &[Tagged<'d>], tag: &str, direction: Direction, name: &str) -> Shape {
        let mut variants = Vec::new();
        for (member, own, values) in members {
            let Ok(resolved) = member.clone().resolve() else { continue };
            let object = self.parts(&resolved);
            for value in values {
                let of_value = format!("{name}{}", super::pascal(value));
                let hint = own.as_ref().unwrap_or(&of_value);
                let known = self.definitions.len();
                let type_ = self.define(&resolved, direction, hint, Some(tag), |types, name| {
                    types.structure(&object, direction, name, Some(tag))
                });
                if let Type::Named(id) = type_
                    && id >= known
                    && let Some(definition) = self.definitions.get_mut(id)
                {
                    definition.other_name = Some(of_value);
                }
                variants.push(Variant { tag: Some(value.clone()), type_, is_boxed: false });
            }
        }
        Shape::Union(Union { variants, tag: Some(tag.to_owned()) })
    }

    /// Returns the member that distinguishes the alternatives, and its values for each of them: that of the discriminator, or
    /// one with a different constant in each.
    fn tags(&mut self, schema: &Cursor<'d>, members: &[Cursor<'d>]) -> Option<(&'d str, Vec<Tagged<'d>>)> {
        let discriminator = schema.get("discriminator");
        if let Some(discriminator) = &discriminator
            && let Some(tag) = discriminator.text("propertyName")
        {
            let mapping = discriminator.entries_of("mapping");
            let tagged = members.iter().map(|member| tagged_by(member, tag, &mapping)).collect::<Option<Vec<_>>>()?;
            for (value, target) in mapping {
                if !tagged.iter().any(|(_, _, values)| values.iter().any(|known| known == value)) {
                    let message = format!("the value `{value}` of the discriminator leads to no alternative");
                    self.problems.push(Problem::new(&target.place, message));
                }
            }
            return Some((tag, tagged)).filter(|(_, tagged)| are_distinct(tagged));
        }
        let first = members.first()?.clone().resolve().ok()?;
        let first = self.parts(&first);
        first.properties.keys().find_map(|tag| {
            let tagged =
                members.iter().map(|member| tagged_by(member, tag, &[]).filter(|(_, _, values)| !values.is_empty()));
            let tagged = tagged.collect::<Option<Vec<_>>>()?;
            let is_constant = |(member, _, _): &Tagged<'d>| {
                let resolved = member.clone().resolve();
                resolved.is_ok_and(|resolved| !own_tags(&resolved, tag).is_empty() && is_required(&resolved, tag))
            };
            (tagged.iter().all(is_constant) && are_distinct(&tagged)).then_some((*tag, tagged))
        })
    }

    /// A number that is larger for types that accept less.
    fn specificity(&self, type_: &Type) -> (u8, usize) {
        match type_ {
            // The largest number of required members goes first.
            Type::Named(id) => match self.definitions.get(*id).map(|definition| &definition.shape) {
                Some(Shape::Struct(structure)) => (
                    9,
                    structure.fields.iter().filter(|field| field.is_required).count() * 100 + structure.fields.len(),
                ),
                Some(Shape::Enum { is_open: false, .. }) => (8, 0),
                Some(Shape::Enum { is_open: true, .. }) => (3, 0),
                _ => (7, 0),
            },
            // A date can be read from the text of a time.
            Type::Timestamp => (6, 1),
            Type::Date | Type::Time | Type::Uuid | Type::Ip(_) => (6, 0),
            Type::Bool | Type::Integer(_) | Type::Unit => (5, 0),
            Type::Float | Type::List(_) => (4, 0),
            Type::String | Type::Bytes => (2, 0),
            Type::Map(_) => (1, 0),
            Type::Json | Type::Nullable(_) => (0, 0),
        }
    }
}

/// Returns an alternative with the values of its tag; `None` if it is no object or has no name.
fn tagged_by<'d>(member: &Cursor<'d>, tag: &str, mapping: &[(&'d str, Cursor<'d>)]) -> Option<Tagged<'d>> {
    let resolved = member.clone().resolve().ok()?;
    if !is_object(&resolved) && resolved.get("allOf").is_none() {
        return None;
    }
    let name = member.reference().map(reference_name);
    let is_target = |target: &Cursor<'d>| target.node.as_str().map(reference_name) == name && name.is_some();
    let mut values: Vec<String> =
        mapping.iter().filter(|(_, target)| is_target(target)).map(|(value, _)| (*value).to_owned()).collect();
    if values.is_empty() {
        values = own_tags(&resolved, tag);
    }
    if values.is_empty() {
        values.push(name.clone()?);
    }
    Some((member.clone(), name.as_deref().map(super::pascal), values))
}

/// Returns the texts of alternatives that are all texts, some of them known.
fn texts(members: &[Cursor<'_>]) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for member in members {
        let member = member.clone().resolve().ok()?;
        if member.text("type").is_some_and(|kind| kind != "string") || member.get("format").is_some() {
            return None;
        }
        match (member.get("const"), member.get("enum")) {
            (Some(value), _) => texts.push(value.node.as_str()?.to_owned()),
            (None, Some(values)) => {
                for value in values.items().filter(|value| *value.node != Node::Null) {
                    texts.push(value.node.as_str()?.to_owned());
                }
            }
            (None, None) => {
                member.text("type")?;
            }
        }
    }
    Some(texts).filter(|texts| !texts.is_empty())
}

/// Returns whether an alternative is `null`.
fn is_null(member: &Cursor<'_>) -> bool {
    member.text("type") == Some("null")
        || member.node.get("const") == Some(&Node::Null)
        || member.node.get("enum").is_some_and(|values| *values == Node::Array(vec![Node::Null]))
}

/// Returns whether each value of the tag has one alternative.
fn are_distinct(tagged: &[Tagged<'_>]) -> bool {
    let mut known = Vec::new();
    let mut values = tagged.iter().flat_map(|(_, _, values)| values);
    !tagged.is_empty()
        && values.all(|value| {
            let is_new = !known.contains(&value);
            known.push(value);
            is_new
        })
}

/// Returns the values of a member of an object, if they are few and fixed.
fn own_tags(schema: &Cursor<'_>, tag: &str) -> Vec<String> {
    let property = Object::new(schema).properties.get(tag).map(|property| property.clone().resolve());
    let Some(Ok(property)) = property else { return Vec::new() };
    let values = property.get("const").map_or_else(|| property.items_of("enum"), |value| vec![value]);
    let texts: Option<Vec<String>> = values.iter().map(|value| value.node.as_str().map(str::to_owned)).collect();
    texts.filter(|texts| texts.len() <= 4).unwrap_or_default()
}

/// Returns whether a member of an object is required.
fn is_required(schema: &Cursor<'_>, member: &str) -> bool {
    Object::new(schema).required.contains(&member)
}

/// Returns the first required property that no other alternative has.
fn distinctive<'d>(member: &Cursor<'d>, members: &[Cursor<'d>]) -> Option<&'d str> {
    if member.reference().is_some() {
        return None;
    }
    let own = Object::new(member);
    own.required.iter().copied().find(|name| {
        let has = |other: &Cursor<'d>| {
            other.clone().resolve().is_ok_and(|other| Object::new(&other).properties.contains_key(name))
        };
        !members.iter().any(|other| other.place != member.place && has(other))
    })
}
