//! Boxes in types that contain themselves.

use super::{Definition, Shape, Type};

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
