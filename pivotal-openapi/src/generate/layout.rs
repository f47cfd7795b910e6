//! The traits of the operations, and the names of their methods.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::api;
use super::method::Method;
use crate::contract::{Operation, Problem};
use crate::document::Document;
use crate::types::{is_reserved, pascal, snake, unique};

/// The traits: one for each tag.
pub(super) struct Groups {
    pub(super) groups: Vec<Group>,
    of_operations: Vec<usize>,
}

pub(super) struct Group {
    pub(super) trait_name: String,
    /// The name of its module.
    pub(super) module: String,
    pub(super) docs: Option<String>,
}

impl Groups {
    /// The index of the trait of each operation.
    pub(super) fn of_operations(&self) -> impl Iterator<Item = usize> {
        self.of_operations.iter().copied()
    }

    pub(super) fn trait_names(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(|group| group.trait_name.as_str())
    }
}

/// Groups operations by their first tag.
pub(super) fn groups(document: &Document, operations: &[Operation<'_>]) -> Groups {
    let root = document.root();
    let schemas = root.get("components").map(|components| components.entries_of("schemas")).unwrap_or_default();
    let schemas: BTreeSet<String> = schemas.iter().map(|(name, _)| pascal(name)).collect();
    let tags = root.items_of("tags");
    let describe = |name: &str| {
        let tag = tags.iter().find(|tag| tag.text("name") == Some(name))?;
        tag.text("description").map(str::to_owned)
    };
    let mut by_tag: IndexMap<Option<&str>, Group> = IndexMap::new();
    let mut names = BTreeSet::new();
    let mut modules = BTreeSet::from(["api", "types", "lib", "mod", "main", "present"].map(str::to_owned));
    let mut of_operations = Vec::new();
    for operation in operations {
        let tag = operation.tags.first().copied();
        let text = tag.map_or_else(|| api::words(document).join(" "), str::to_owned);
        if !by_tag.contains_key(&tag) {
            let mut trait_name = pascal(&text);
            if schemas.contains(&trait_name) || is_reserved(&trait_name) || trait_name == "Empty" {
                trait_name.push_str("Api");
            }
            let module = match snake(&text) {
                module if module == "empty" => "operations".to_owned(),
                module => module,
            };
            let group = Group {
                trait_name: unique(&mut names, &trait_name),
                module: unique(&mut modules, &module),
                docs: tag.and_then(describe),
            };
            by_tag.insert(tag, group);
        }
        of_operations.extend(by_tag.get_index_of(&tag));
    }
    Groups { groups: by_tag.into_values().collect(), of_operations }
}

/// Removes the ids of operations that another one has, and returns a problem for each.
pub(super) fn unique_operations(operations: &[Operation<'_>], methods: &mut [Method]) -> Vec<Problem> {
    let mut taken = BTreeSet::new();
    for method in methods {
        let id = method.operation.clone().unwrap_or_else(|| method.name.clone());
        if !taken.insert(id) {
            method.operation = None;
            taken.insert(method.name.clone());
        }
    }
    let mut known = BTreeSet::new();
    let duplicate = operations.iter().filter(|operation| operation.id.is_some_and(|id| !known.insert(id)));
    let problem = |operation: &Operation<'_>| {
        Problem::new(&operation.cursor.place.join("operationId"), "another operation has this id")
    };
    duplicate.map(problem).collect()
}

/// Returns a name for each operation: its id, without its tag where that is unique.
pub(super) fn method_names(operations: &[Operation<'_>]) -> Vec<String> {
    let full: Vec<String> = operations.iter().map(full_name).collect();
    let short: Vec<String> = operations
        .iter()
        .zip(&full)
        .map(|(operation, full)| {
            let id = operation.id.unwrap_or_default();
            let prefix = id.split(['/', '.', ':']).next().filter(|prefix| prefix.len() < id.len());
            let is_tag = prefix.is_some_and(|prefix| operation.tags.iter().any(|tag| snake(tag) == snake(prefix)));
            let rest = prefix.and_then(|prefix| id.get(prefix.len() + 1..)).filter(|_| is_tag);
            rest.map_or_else(|| full.clone(), snake)
        })
        .collect();
    let mut taken = BTreeSet::new();
    let names = short.iter().zip(full).map(|(name, full)| {
        let is_unique = short.iter().filter(|other| *other == name).count() == 1;
        unique(&mut taken, if is_unique { name } else { &full })
    });
    names.collect()
}

/// Returns the name by the id, or by method and path.
fn full_name(operation: &Operation<'_>) -> String {
    if let Some(id) = operation.id.filter(|id| !id.is_empty()) {
        return snake(id);
    }
    let mut words = vec![operation.method.to_ascii_lowercase()];
    let is_version =
        |segment: &str| segment.starts_with('v') && segment.get(1..).is_some_and(|rest| rest.parse::<u8>().is_ok());
    for segment in
        operation.path.split('/').filter(|segment| !segment.is_empty() && *segment != "api" && !is_version(segment))
    {
        match segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}')) {
            Some(name) => words.push(format!("by {name}")),
            None => words.push(segment.replace(['{', '}'], " ")),
        }
    }
    snake(&words.join(" "))
}
