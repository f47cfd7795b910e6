//! Boxes in types that contain themselves.

use super::{Definition, Shape, Type, Variant};
use crate::contract::Problem;

/// Removes the alternatives that lead back to their union without a member between, so that reading them would never end.
pub(super) fn remove_circles(definitions: &mut [Definition]) -> Vec<Problem> {
    let edges: Vec<Vec<usize>> = definitions.iter().map(tried).collect();
    let mut problems = Vec::new();
    for (id, definition) in definitions.iter_mut().enumerate() {
        let Shape::Union(union) = &mut definition.shape else { continue };
        let is_circle = |type_: &Type| type_.embedded().is_some_and(|target| reaches(&edges, target, id));
        if union.tag.is_none() && union.variants.iter().any(|variant| is_circle(&variant.type_)) {
            union.variants.retain(|variant| !is_circle(&variant.type_));
            if union.variants.is_empty() {
                union.variants.push(Variant { tag: None, type_: Type::Json, is_boxed: false });
            }
            problems.push(Problem::new(&definition.place, "an alternative that is the union itself is left out"));
        }
    }
    problems
}

/// The definitions that are read from the same value.
fn tried(definition: &Definition) -> Vec<usize> {
    let types: Vec<&Type> = match &definition.shape {
        Shape::Union(union) => union.variants.iter().map(|variant| &variant.type_).collect(),
        Shape::Struct(structure) => structure.flattened.iter().collect(),
        Shape::Pending | Shape::Enum { .. } | Shape::Cases(_) => Vec::new(),
    };
    types.into_iter().filter_map(Type::embedded).collect()
}

/// Puts each field in a box whose type contains the definition.
pub(super) fn add_boxes(definitions: &mut [Definition]) {
    let edges: Vec<Vec<usize>> = definitions.iter().map(embedded).collect();
    for id in 0..definitions.len() {
        let contains = |target: Option<usize>| target.is_some_and(|target| reaches(&edges, target, id));
        let Some(definition) = definitions.get_mut(id) else { continue };
        match &mut definition.shape {
            Shape::Struct(structure) => {
                for field in &mut structure.fields {
                    field.is_boxed = contains(field.type_.embedded());
                }
            }
            Shape::Union(union) => {
                for variant in &mut union.variants {
                    variant.is_boxed = contains(variant.type_.embedded());
                }
            }
            Shape::Pending | Shape::Enum { .. } | Shape::Cases(_) => {}
        }
    }
}

fn embedded(definition: &Definition) -> Vec<usize> {
    definition.shape.types().into_iter().filter_map(Type::embedded).collect()
}

fn reaches(edges: &[Vec<usize>], from: usize, to: usize) -> bool {
    let mut visited = vec![false; edges.len()];
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        if let Some(is_visited) = visited.get_mut(id)
            && !std::mem::replace(is_visited, true)
        {
            open.extend(edges.get(id).into_iter().flatten());
        }
    }
    false
}
