//! Alternatives: `oneOf` and `anyOf`.

use indexmap::IndexMap;

use super::merge::{Object, is_object};
use super::scalar::kinds;
use super::{Direction, Shape, Struct, Type, Types, Union, Variant};
use crate::document::{Cursor, Node};

impl<'d> Types<'d> {
    /// Returns the type of alternatives, and whether one of them is `null`.
    pub(super) fn union(
        &mut self,
        schema: &Cursor<'d>,
        members: &[Cursor<'d>],
        direction: Direction,
        name: &str,
    ) -> (Type, bool) {
        let is_null = |member: &Cursor<'d>| {
            member.text("type") == Some("null")
                || member.node.get("enum").is_some_and(|values| *values == Node::Array(vec![Node::Null]))
        };
        let is_nullable = members.iter().any(is_null);
        let members: Vec<Cursor<'d>> = members.iter().filter(|member| !is_null(member)).cloned().collect();
        if let [member] = members.as_slice() {
            return (self.type_of(member, direction, name), is_nullable);
        }
        if let Some(texts) = texts(&members) {
            return (self.enumeration(schema, texts, true, direction, name), is_nullable);
        }
        let tag = schema.get("discriminator").and_then(|discriminator| discriminator.text("propertyName"));
        if let Some(tag) = tag
            && let Some(tags) = tags(schema, &members, tag)
        {
            let union = |types: &mut Self, _: &str| types.tagged(&members, &tags, tag, direction, name);
            return (self.define(schema, direction, name, None, union), is_nullable);
        }
        let is_nullable =
            is_nullable || members.iter().any(|member| member.clone().resolve().is_ok_and(|member| kinds(&member).1));
        if let Some(type_) = self.same_scalar(&members) {
            return (type_, is_nullable);
        }
        let untagged = |types: &mut Self, name: &str| {
            let mut variants: Vec<Variant> = Vec::new();
            for (number, member) in (1..).zip(&members) {
                let hint = match member.text("title") {
                    Some(title) => format!("{name}{}", super::pascal(title)),
                    None => format!("{name}{number}"),
                };
                let type_ = types.type_of(member, direction, &hint).non_null().clone();
                if !variants.iter().any(|known| known.type_ == type_) {
                    variants.push(Variant { tag: None, type_, is_boxed: false });
                }
            }
            if let Some(merged) = types.merged(&variants) {
                return Shape::Struct(merged);
            }
            // The first one that can be read is used, so the one with the most members comes first.
            variants.sort_by_key(|variant| std::cmp::Reverse(types.specificity(&variant.type_)));
            Shape::Union(Union { variants, tag: None })
        };
        (self.define(schema, direction, name, None, untagged), is_nullable)
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
    fn tagged(
        &mut self,
        members: &[Cursor<'d>],
        tags: &IndexMap<usize, Vec<String>>,
        tag: &str,
        direction: Direction,
        name: &str,
    ) -> Shape {
        let mut variants = Vec::new();
        for (index, values) in tags {
            let Some(member) = members.get(*index) else { continue };
            let Ok(resolved) = member.clone().resolve() else { continue };
            let mut object = Object::default();
            object.add(&resolved, 0);
            let own =
                member.reference().map(|reference| super::pascal(reference.rsplit('/').next().unwrap_or_default()));
            for value in values {
                // A schema is often named by the union and the value.
                let hint = match &own {
                    Some(own) if own.starts_with(name) || *own == super::pascal(value) => own.clone(),
                    _ => format!("{name}{}", super::pascal(value)),
                };
                let type_ = self.define(&resolved, direction, &hint, Some(tag), |types, name| {
                    types.structure(&object, direction, name, Some(tag))
                });
                variants.push(Variant { tag: Some(value.clone()), type_, is_boxed: false });
            }
        }
        Shape::Union(Union { variants, tag: Some(tag.to_owned()) })
    }

    /// Returns the struct with the fields of all variants, if they are structs that require the same members. They cannot be told
    /// apart, so the first one would be read, without the other members.
    fn merged(&self, variants: &[Variant]) -> Option<Struct> {
        let structures = variants.iter().map(|variant| match &variant.type_ {
            Type::Named(id) => match self.definitions.get(*id).map(|definition| &definition.shape) {
                Some(Shape::Struct(own)) if own.others.is_none() && own.flattened.is_empty() => Some(own),
                _ => None,
            },
            _ => None,
        });
        let structures: Vec<&Struct> = structures.collect::<Option<_>>()?;
        let (first, rest) = structures.split_first().filter(|(_, rest)| !rest.is_empty())?;
        let mut merged = Struct { fields: first.fields.clone(), ..Struct::default() };
        for field in rest.iter().flat_map(|structure| &structure.fields) {
            match merged.fields.iter().find(|known| known.name == field.name) {
                Some(known) if known.type_ == field.type_ && known.is_required == field.is_required => {}
                None if !field.is_required => merged.fields.push(field.clone()),
                _ => return None,
            }
        }
        let required = |structure: &Struct| structure.fields.iter().filter(|field| field.is_required).count();
        structures.iter().all(|structure| required(structure) == required(first)).then_some(merged)
    }

    /// A number that is larger for types that accept less.
    fn specificity(&self, type_: &Type) -> (u8, usize) {
        match type_ {
            Type::Named(id) => match self.definitions.get(*id).map(|definition| &definition.shape) {
                Some(Shape::Struct(structure)) => (
                    9,
                    structure.fields.iter().filter(|field| field.is_required).count() * 100 + structure.fields.len(),
                ),
                Some(Shape::Enum { is_open: false, .. }) => (8, 0),
                Some(Shape::Enum { is_open: true, .. }) => (3, 0),
                _ => (7, 0),
            },
            Type::Timestamp | Type::Date | Type::Time | Type::Uuid | Type::Ip(_) => (6, 0),
            Type::Bool | Type::Integer(_) | Type::Unit => (5, 0),
            Type::Float | Type::List(_) => (4, 0),
            Type::String => (2, 0),
            Type::Map(_) => (1, 0),
            Type::Json | Type::Bytes | Type::Nullable(_) => (0, 0),
        }
    }
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
                for value in values.items() {
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

/// Returns the values of the discriminator for each alternative; `None` if one of them is no object or has no name.
fn tags(schema: &Cursor<'_>, members: &[Cursor<'_>], tag: &str) -> Option<IndexMap<usize, Vec<String>>> {
    let mapping = schema.get("discriminator")?.entries_of("mapping");
    let mut tags: IndexMap<usize, Vec<String>> = IndexMap::new();
    for (index, member) in members.iter().enumerate() {
        let resolved = member.clone().resolve().ok()?;
        if !is_object(&resolved) && resolved.get("allOf").is_none() {
            return None;
        }
        let reference = member.reference();
        let last = |reference: &str| reference.rsplit('/').next().unwrap_or_default().to_owned();
        let mapped: Vec<String> = mapping
            .iter()
            .filter(|(_, target)| {
                target.node.as_str().zip(reference).is_some_and(|(target, reference)| last(target) == last(reference))
            })
            .map(|(value, _)| (*value).to_owned())
            .collect();
        let values = match own_tag(&resolved, tag) {
            _ if !mapped.is_empty() => mapped,
            Some(value) => vec![value],
            None => vec![last(reference?)],
        };
        tags.insert(index, values);
    }
    Some(tags).filter(|tags| !tags.is_empty())
}

/// Returns the only value of a member of an object.
fn own_tag(schema: &Cursor<'_>, tag: &str) -> Option<String> {
    let mut object = Object::default();
    object.add(schema, 0);
    let property = object.properties.get(tag)?.clone().resolve().ok()?;
    let value = property.get("const").or_else(|| match property.items_of("enum").as_slice() {
        [value] => Some(value.clone()),
        _ => None,
    })?;
    value.node.as_str().map(str::to_owned)
}
