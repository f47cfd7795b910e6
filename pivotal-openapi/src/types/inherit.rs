//! Schemas with a discriminator that others extend by `allOf`.

use std::collections::BTreeMap;

use super::names::reference_name;
use super::{Direction, Type, Types};
use crate::document::{Cursor, Place};

/// The schemas that extend another one, with their names.
pub(super) type Extensions<'d> = BTreeMap<Place, Vec<(&'d str, Cursor<'d>)>>;

/// Returns the schemas that extend those with a discriminator.
pub(super) fn extensions<'d>(components: &[(&'d str, Cursor<'d>)]) -> Extensions<'d> {
    let mut extensions = Extensions::new();
    for (name, schema) in components {
        let mut open = schema.items_of("allOf");
        let mut visited = Vec::new();
        while let Some(part) = open.pop() {
            let Ok(base) = part.resolve() else { continue };
            if base.place == schema.place || visited.contains(&base.place) {
                continue;
            }
            open.extend(base.items_of("allOf"));
            let tag = base.get("discriminator").filter(|own| own.text("propertyName").is_some());
            if tag.is_some() && base.items_of("oneOf").is_empty() && base.items_of("anyOf").is_empty() {
                extensions.entry(base.place.clone()).or_default().push((*name, schema.clone()));
            }
            visited.push(base.place);
        }
    }
    extensions
}

impl<'d> Types<'d> {
    /// Returns the union of the schemas that extend this one, which has a discriminator.
    pub(super) fn inherited(&mut self, schema: &Cursor<'d>, direction: Direction, name: &str) -> Option<Type> {
        let extensions = self.extensions.get(&schema.place)?.clone();
        let discriminator = schema.get("discriminator")?;
        let tag = discriminator.text("propertyName")?;
        let mapping = discriminator.entries_of("mapping");
        let mut members = Vec::new();
        for (component, extension) in extensions {
            let is_target = |target: &str| reference_name(target) == component;
            let mapped = mapping.iter().filter(|(_, target)| target.node.as_str().is_some_and(is_target));
            let mut values: Vec<String> = mapped.map(|(value, _)| (*value).to_owned()).collect();
            if values.is_empty() {
                values.push(component.to_owned());
            }
            members.push((extension, Some(super::pascal(component)), values));
        }
        let union = |types: &mut Self, _: &str| types.tagged(&members, tag, direction, name);
        Some(self.define(schema, direction, name, None, union))
    }
}
