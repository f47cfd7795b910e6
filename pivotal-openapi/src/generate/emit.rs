//! Rust code of types.

mod definition;
mod error_body;
mod paginated;
mod serde_names;
mod trait_;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::types::{Type, Types};

pub(super) use self::trait_::types_of;

/// The width of lines of `rustfmt`.
const MAX_WIDTH: usize = 100;

/// Writes the code of one file, and collects what it imports.
pub(super) struct Emitter<'a> {
    pub(super) types: &'a Types<'a>,
    /// The file of each definition.
    pub(super) homes: &'a BTreeMap<usize, usize>,
    /// This file.
    pub(super) file: usize,
    imports: RefCell<BTreeSet<String>>,
}

impl<'a> Emitter<'a> {
    pub(super) fn new(types: &'a Types<'a>, homes: &'a BTreeMap<usize, usize>, file: usize) -> Self {
        Self { types, homes, file, imports: RefCell::default() }
    }

    /// Imports a path, and returns its last name.
    pub(super) fn import(&self, path: &str) -> TokenStream {
        self.imports.borrow_mut().insert(path.to_owned());
        let name = format_ident!("{}", path.rsplit("::").next().unwrap_or_default());
        quote!(#name)
    }

    /// The `use` statements, by crate.
    pub(super) fn imports(&self) -> String {
        let mut text = String::new();
        let imports = self.imports.borrow();
        let is_std = |path: &&String| path.starts_with("std::");
        let is_super = |path: &&String| path.starts_with("super::");
        let groups: [Vec<&String>; 3] = [
            imports.iter().filter(is_std).collect(),
            imports.iter().filter(|path| !is_std(path) && !is_super(path)).collect(),
            imports.iter().filter(is_super).collect(),
        ];
        for group in groups.iter().filter(|group| !group.is_empty()) {
            let mut by_module: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for path in group {
                let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
                by_module.entry(module).or_default().push(name);
            }
            for (module, names) in by_module {
                let line = match names.as_slice() {
                    [name] => format!("use {module}::{name};\n"),
                    names => format!("use {module}::{{{}}};\n", names.join(", ")),
                };
                let parsed = syn::parse_file(&line).ok().filter(|_| line.len() > MAX_WIDTH);
                text.push_str(&parsed.map_or(line, |file| prettyplease::unparse(&file)));
            }
            text.push('\n');
        }
        text
    }

    /// Returns the name of a definition, and imports it if it is in another file.
    pub(super) fn named(&self, id: usize) -> TokenStream {
        let name = self.types.definitions.get(id).map(|definition| definition.name.clone()).unwrap_or_default();
        if self.homes.get(&id) != Some(&self.file) {
            return self.import(&format!("super::{name}"));
        }
        let name = format_ident!("{name}");
        quote!(#name)
    }

    /// Returns the type of a value that is owned.
    pub(super) fn owned(&self, type_: &Type) -> TokenStream {
        match type_ {
            Type::Bool => quote!(bool),
            Type::Integer(name) => {
                let name = format_ident!("{name}");
                quote!(#name)
            }
            Type::Float => quote!(f64),
            Type::String => quote!(String),
            Type::Timestamp => self.import("jiff::Timestamp"),
            Type::Date => self.import("jiff::civil::Date"),
            Type::Time => self.import("jiff::civil::Time"),
            Type::Uuid => self.import("uuid::Uuid"),
            Type::Ip(name) => self.import(&format!("std::net::{name}")),
            Type::Bytes => self.import("pivotal_runtime::Bytes"),
            Type::Json => quote!(serde_json::Value),
            Type::Unit => quote!(()),
            Type::List(item) => {
                let item = self.owned(item);
                quote!(Vec<#item>)
            }
            Type::Map(value) => {
                let (map, value) = (self.import("std::collections::BTreeMap"), self.owned(value));
                quote!(#map<String, #value>)
            }
            Type::Nullable(inner) => {
                let inner = self.owned(inner);
                quote!(Option<#inner>)
            }
            Type::Named(id) => self.named(*id),
        }
    }

    /// Returns the type of a parameter: values that are copied, and references to others.
    pub(super) fn borrowed(&self, type_: &Type) -> TokenStream {
        match type_ {
            Type::String => quote!(&str),
            Type::List(item) => self.slice(item),
            Type::Nullable(inner) => {
                let inner = self.borrowed(inner);
                quote!(Option<#inner>)
            }
            Type::Map(_) | Type::Json | Type::Named(_) => {
                let owned = self.owned(type_);
                quote!(&#owned)
            }
            _ => self.owned(type_),
        }
    }

    pub(super) fn slice(&self, item: &Type) -> TokenStream {
        let item = match item {
            Type::String => quote!(&str),
            other => self.owned(other),
        };
        quote!(&[#item])
    }
}

/// Returns documentation attributes of a text from the document.
pub(super) fn doc_attributes(text: &str) -> TokenStream {
    plain_docs(&super::docs::sentence(text))
}

/// Returns documentation attributes of a text whose sentences are complete.
pub(super) fn plain_docs(text: &str) -> TokenStream {
    let lines =
        super::docs::lines(text).into_iter().map(|line| if line.is_empty() { line } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}
