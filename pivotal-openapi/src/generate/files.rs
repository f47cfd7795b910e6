//! The files of the code: one for each trait with the types that it alone uses, and one for shared types.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;

use super::emit::{Emitter, types_of};
use super::errors::ApiErrors;
use super::layout::Groups;
use super::method::{Key, Method};
use super::pagination::Page;
use super::responses::Returns;
use super::{Omission, api, docs};
use crate::document::Document;
use crate::types::{Shape, Type, Types};

/// The files, and the number of types in them.
pub(super) struct Files {
    pub(super) files: Vec<(String, String)>,
    pub(super) types: usize,
}

/// Returns the files.
pub(super) fn files(
    document: &Document,
    groups: &Groups,
    methods: &[Method],
    types: &Types<'_>,
    errors: &ApiErrors<'_>,
    api_name: &str,
    omissions: &[Omission],
) -> Files {
    let shared = groups.groups.len();
    let homes = homes(methods, types, errors, shared);
    let error_types = error_types(methods, errors);
    let pages = pages(methods);
    let mut files = vec![(String::new(), String::new())];
    let api = Emitter::new(types, &homes, usize::MAX);
    let error = errors.common.as_ref().map(|type_| api.owned(type_));
    api.import("pivotal_runtime::Api");
    let value = item(&api::value(document, api_name, error.as_ref()));
    files.push(("api.rs".to_owned(), format!("//! The conventions of the API.\n\n{}{value}", api.imports())));
    let mut modules = vec!["api".to_owned()];
    for (index, group) in groups.groups.iter().enumerate() {
        let own: Vec<&Method> = methods.iter().filter(|method| method.group == index).collect();
        let emitter = Emitter::new(types, &homes, index);
        let mut items = Vec::new();
        if !own.is_empty() {
            items.push(emitter.group(group, &own, api_name));
        }
        items.extend(definitions(&emitter, &homes, &error_types, &pages));
        if !items.is_empty() {
            let text = code(&format!("The operations of `{}`.", group.trait_name), &emitter, &items);
            files.push((format!("{}.rs", group.module), text));
            modules.push(group.module.clone());
        }
    }
    let emitter = Emitter::new(types, &homes, shared);
    let items: Vec<TokenStream> = definitions(&emitter, &homes, &error_types, &pages);
    if !items.is_empty() {
        files.push(("types.rs".to_owned(), code("The types that several traits use.", &emitter, &items)));
        modules.push("types".to_owned());
    }
    if files.iter().any(|(_, text)| text.contains("deserialize_with = \"some\"")) {
        files.push(("present.rs".to_owned(), PRESENT.to_owned()));
        modules.push("present".to_owned());
    }
    modules.sort();
    let root = root(document, &modules, &files, omissions);
    if let Some(first) = files.first_mut() {
        *first = ("lib.rs".to_owned(), root);
    }
    Files { files, types: homes.len() }
}

/// The module that reads members which can be absent or `null`.
const PRESENT: &str = "//! Members that can be absent or `null`: `None` is absent, `Some(None)` is `null`.

use serde::{Deserialize, Deserializer};

/// Reads a member that is present.
pub(super) fn some<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
";

/// Returns the file of each definition that is used: that of the only trait which uses it, or the shared one.
fn homes(methods: &[Method], types: &Types<'_>, errors: &ApiErrors<'_>, shared: usize) -> BTreeMap<usize, usize> {
    let mut users: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut visit = |roots: Vec<usize>, user: usize| {
        let mut open = roots;
        while let Some(id) = open.pop() {
            if users.entry(id).or_default().insert(user)
                && let Some(definition) = types.definitions.get(id)
            {
                open.extend(definition.shape.types().into_iter().filter_map(Type::named));
            }
        }
    };
    for method in methods {
        let mut roots: Vec<usize> = types_of(method).into_iter().filter_map(Type::named).collect();
        if let Returns::Several(id) | Returns::Pages(id, _) = method.returns {
            roots.push(id);
        }
        visit(roots, method.group);
    }
    visit(errors.common.iter().filter_map(Type::named).collect(), shared);
    let home = |users: BTreeSet<usize>| match users.first() {
        Some(only) if users.len() == 1 => *only,
        _ => shared,
    };
    users.into_iter().map(|(id, users)| (id, home(users))).collect()
}

/// Returns the pages of lists. The first operation of a page type decides its pair.
fn pages(methods: &[Method]) -> BTreeMap<usize, &Page> {
    let mut pages = BTreeMap::new();
    for method in methods {
        if let Returns::Pages(id, page) = &method.returns {
            pages.entry(*id).or_insert(page);
        }
    }
    pages
}

/// Returns the definitions that errors are read into.
fn error_types(methods: &[Method], errors: &ApiErrors<'_>) -> BTreeSet<usize> {
    let keys = methods.iter().flat_map(|method| &method.keys).filter_map(|key| match key {
        Key::Error(_, Type::Named(id)) => Some(*id),
        _ => None,
    });
    let common = errors.common.iter().filter_map(|type_| match type_ {
        Type::Named(id) => Some(*id),
        _ => None,
    });
    keys.chain(common).collect()
}

/// Returns the items of the definitions in the file of an emitter.
fn definitions(
    emitter: &Emitter<'_>,
    homes: &BTreeMap<usize, usize>,
    error_types: &BTreeSet<usize>,
    pages: &BTreeMap<usize, &Page>,
) -> Vec<TokenStream> {
    let inner: BTreeSet<usize> = error_types.iter().flat_map(|id| emitter.inner_errors(*id)).collect();
    let mut items = Vec::new();
    for (id, _) in homes.iter().filter(|(_, home)| **home == emitter.file) {
        items.extend(emitter.definition(*id));
        let is_definition =
            emitter.types.definitions.get(*id).is_some_and(|known| !matches!(known.shape, Shape::Pending));
        if is_definition && (error_types.contains(id) || inner.contains(id)) {
            items.push(emitter.error_body(*id));
        }
        items.extend(pages.get(id).map(|page| emitter.paginated(*id, page)));
    }
    items
}

/// Returns the text of a file.
fn code(docs: &str, emitter: &Emitter<'_>, items: &[TokenStream]) -> String {
    let items: Vec<String> = items.iter().map(item).collect();
    format!("//! {docs}\n\n{}{}", emitter.imports(), items.join("\n"))
}

/// Returns a line, with spaces around the `=` of an attribute, whose arguments are formatted as tokens.
fn spaced(line: &str) -> String {
    let is_docs = line.trim_start().starts_with("//");
    (if is_docs { line.to_owned() } else { line.replace(")= ", ") = ") }) + "\n"
}

/// Formats an item.
fn item(tokens: &TokenStream) -> String {
    match syn::parse2::<syn::File>(quote!(#tokens)) {
        Ok(file) => separate(&prettyplease::unparse(&file).lines().map(spaced).collect::<String>()),
        // It is shown as it is, so that a fault of the generator is a compile error and not lost.
        Err(_) => format!("{tokens}\n"),
    }
}

/// Adds an empty line in front of each method of a trait but the first.
fn separate(code: &str) -> String {
    if !code.contains("pub trait") {
        return code.to_owned();
    }
    let mut text = String::new();
    let mut is_after_method = false;
    for line in code.lines() {
        let is_start = line.starts_with("    ///") || line.starts_with("    #[endpoint");
        if is_after_method && is_start {
            text.push('\n');
        }
        is_after_method = line.ends_with(';');
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// Returns the root file.
fn root(document: &Document, modules: &[String], files: &[(String, String)], omissions: &[Omission]) -> String {
    let info = document.root().get("info");
    let text = |key: &str| info.as_ref().and_then(|info| info.text(key)).unwrap_or_default().trim().to_owned();
    let mut root = String::new();
    let title = format!("{} {}", text("title"), text("version"));
    let title = Some(title.trim()).filter(|title| !title.is_empty()).unwrap_or("An API");
    for line in docs::lines(&format!("{title}, generated from its `OpenAPI` document.")) {
        let _ = writeln!(root, "//! {line}");
    }
    let uses = |path: &str| files.iter().any(|(_, code)| code.contains(path));
    let mut crates = vec!["pivotal-runtime"];
    crates.extend(uses("serde::").then_some("serde (feature derive)"));
    crates.extend(uses("serde_json::").then_some("serde_json"));
    crates.extend(uses("jiff::").then_some("jiff (feature serde)"));
    crates.extend(uses("uuid::").then_some("uuid (feature serde)"));
    let _ = writeln!(root, "//!\n//! It depends on {}.", crates.join(", "));
    if !omissions.is_empty() {
        root.push('\n');
    }
    for omission in omissions {
        let line = omission.to_string().replace('\n', " ");
        let _ = writeln!(root, "// {line}");
    }
    root.push('\n');
    for module in modules {
        let _ = writeln!(root, "mod {module};");
    }
    root.push('\n');
    for module in modules.iter().filter(|module| *module != "present") {
        let _ = writeln!(root, "pub use self::{module}::*;");
    }
    if modules.iter().any(|module| module == "present") {
        root.push_str("\nuse self::present::some;\n");
    }
    root
}
