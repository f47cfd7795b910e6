//! Alternatives that cannot be distinguished.

use super::{Shape, Struct, Type, Types, Variant};

impl Types<'_> {
    /// Returns the struct with the fields of all variants, if they are structs that require the same members. Reading cannot
    /// distinguish them, so the first one would be read, without the other members.
    pub(super) fn merged(&self, variants: &[Variant]) -> Option<Struct> {
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
}
