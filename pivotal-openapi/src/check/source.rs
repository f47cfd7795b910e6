//! Reads declarations from the source text of a crate, without building it.

mod api;
mod attribute;

use std::fmt;

use syn::{Attribute, Item, ItemTrait, Meta, TraitItem};

use self::api::{SourceApi, api_of};
use self::attribute::{EndpointAttribute, TraitAttribute};
use super::Check;

/// The reason why a source file cannot be read.
///
/// [`Check::sources`](crate::Check::sources) returns it.
#[derive(Debug)]
pub struct SourceError {
    file: String,
    line: usize,
    message: String,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for SourceError {}

impl SourceError {
    fn new(file: &str, error: &syn::Error) -> Self {
        Self { file: file.to_owned(), line: error.span().start().line, message: error.to_string() }
    }
}

/// A trait with the name of its file.
struct SourceTrait<'f> {
    file: &'f str,
    item: ItemTrait,
}

impl Check<'_> {
    /// Adds the declarations in source files, given by their names and texts.
    ///
    /// They are the methods with `#[endpoint]` of all traits. The crate is not built.
    ///
    /// An `Api` is found if one of the files defines it as a `static` or a `const`. A declaration that a macro writes is not
    /// found.
    ///
    /// ```
    /// use pivotal_openapi::{Check, Document};
    ///
    /// let document = Document::parse(r#"{ "openapi": "3.1.0", "paths": {} }"#)?;
    /// let source = r#"
    ///     trait Notes: Transport {
    ///         #[endpoint(GET, "/notes/<id>")]
    ///         async fn note(&self, id: u64) -> Result<Note, Error>;
    ///     }
    /// "#;
    ///
    /// let mut check = Check::new(&document);
    /// check.sources([("notes.rs", source)])?;
    /// assert_eq!(
    ///     check.disagreements()[0].to_string(),
    ///     "operation #/paths: `note` (GET /notes/<id>) at notes.rs:3: the document has no such operation",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if a text is not Rust, or if an attribute is not valid.
    pub fn sources<N, T>(&mut self, sources: impl IntoIterator<Item = (N, T)>) -> Result<&mut Self, SourceError>
    where
        N: AsRef<str>,
        T: AsRef<str>,
    {
        let sources: Vec<(N, T)> = sources.into_iter().collect();
        let (mut traits, mut apis) = (Vec::new(), Vec::new());
        for (name, text) in &sources {
            let name = name.as_ref();
            let file = syn::parse_file(text.as_ref()).map_err(|error| SourceError::new(name, &error))?;
            collect(name, file.items, &mut traits, &mut apis);
        }
        for SourceTrait { file, item } in &traits {
            self.add_trait(item, file, &apis).map_err(|error| SourceError::new(file, &error))?;
        }
        Ok(self)
    }

    fn add_trait(&mut self, item: &ItemTrait, file: &str, apis: &[SourceApi]) -> syn::Result<()> {
        let mut common = TraitAttribute::default();
        for (_, tokens) in attributes(&item.attrs, "endpoints") {
            common = TraitAttribute::parse(tokens)?;
        }
        for method in &item.items {
            let TraitItem::Fn(method) = method else { continue };
            for (line, tokens) in attributes(&method.attrs, "endpoint") {
                let attribute = EndpointAttribute::parse(tokens)?;
                let name = method.sig.ident.to_string();
                let name = name.trim_start_matches("r#");
                let mut declaration = attribute.declaration(name, &common, apis);
                declaration.source = Some(format!("{file}:{line}"));
                self.declarations.push(declaration);
            }
        }
        Ok(())
    }
}

/// Collects the traits and the APIs of a file, also those in modules.
fn collect<'f>(file: &'f str, items: Vec<Item>, traits: &mut Vec<SourceTrait<'f>>, apis: &mut Vec<SourceApi>) {
    for item in items {
        match item {
            Item::Trait(item) => traits.push(SourceTrait { file, item }),
            Item::Mod(module) => {
                collect(file, module.content.map(|(_, items)| items).unwrap_or_default(), traits, apis);
            }
            Item::Static(item) => apis.extend(api_of(&item.ident, &item.expr)),
            Item::Const(item) => apis.extend(api_of(&item.ident, &item.expr)),
            _ => {}
        }
    }
}

/// The arguments of the attributes of a name, with their lines. They can be in a `cfg_attr`.
fn attributes(attributes: &[Attribute], name: &str) -> Vec<(usize, proc_macro2::TokenStream)> {
    let mut found = Vec::new();
    let mut open: Vec<Meta> = attributes.iter().rev().map(|attribute| attribute.meta.clone()).collect();
    while let Some(meta) = open.pop() {
        let Some(last) = meta.path().segments.last() else { continue };
        let line = last.ident.span().start().line;
        if last.ident == name {
            match meta {
                Meta::List(arguments) => found.push((line, arguments.tokens)),
                _ => found.push((line, proc_macro2::TokenStream::new())),
            }
        } else if let Meta::List(list) = &meta
            && last.ident == "cfg_attr"
        {
            let parser = syn::punctuated::Punctuated::<Meta, syn::Token![,]>::parse_terminated;
            let metas = list.parse_args_with(parser).unwrap_or_default();
            open.extend(metas.into_iter().skip(1));
        }
    }
    found
}
