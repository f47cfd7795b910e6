//! The methods of a generated crate.

use std::error::Error;
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, FnArg, Ident, Item, LitStr, Pat, ReturnType, TraitItem, Type, UseTree, Variant};

/// A method with its endpoint.
pub(crate) struct Signature {
    pub(crate) module: String,
    /// The imports of its file.
    pub(crate) imports: Vec<TokenStream>,
    pub(crate) trait_name: Ident,
    pub(crate) name: Ident,
    pub(crate) http_method: String,
    /// Path and query, with the path of the trait.
    pub(crate) template: String,
    /// The parameters with their types.
    pub(crate) arguments: Vec<(Ident, Type)>,
    /// The headers with their parameters.
    pub(crate) headers: Vec<(String, String)>,
    /// The key of the body, such as `json`, with its parameter.
    pub(crate) body: Option<(String, String)>,
    pub(crate) returns: Type,
    /// The variants of the returned type, if it differs by the status.
    pub(crate) variants: Vec<Variant>,
    is_several: bool,
}

/// Returns the methods, and the name of the `Api` value.
pub(crate) fn read(source: &Path) -> Result<(Vec<Signature>, Option<Ident>), Box<dyn Error>> {
    let mut signatures = Vec::new();
    let mut enums = Vec::new();
    let mut api = None;
    let mut paths: Vec<_> = fs::read_dir(source)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let file = syn::parse_file(&fs::read_to_string(&path)?)?;
        let module = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let imports = imports(&file.items);
        for item in file.items {
            match item {
                Item::Trait(item) => {
                    let Some(attribute) = find(&item.attrs, "endpoints") else { continue };
                    let common = first_text(&parts(attribute)?).unwrap_or_default();
                    for method in item.items {
                        if let TraitItem::Fn(method) = method {
                            signatures.extend(signature(&module, &imports, &item.ident, &common, &method)?);
                        }
                    }
                }
                Item::Enum(item) => enums.push((item.ident, item.variants.into_iter())),
                Item::Static(item) if module == "api" => api = Some(item.ident),
                _ => {}
            }
        }
    }
    for signature in signatures.iter_mut().filter(|signature| signature.is_several) {
        let returned = signature.returns.to_token_stream().to_string();
        let variants = enums.iter().find(|(name, _)| returned.contains(&format!("< {name} ,")));
        signature.variants = variants.map(|(_, variants)| variants.clone().collect()).unwrap_or_default();
    }
    Ok((signatures, api))
}

/// Returns the imports of other crates.
fn imports(items: &[Item]) -> Vec<TokenStream> {
    let is_foreign =
        |tree: &UseTree| !matches!(tree, UseTree::Path(path) if path.ident == "super" || path.ident == "self");
    let uses = items.iter().filter_map(|item| match item {
        Item::Use(item) if is_foreign(&item.tree) => Some(item.tree.to_token_stream()),
        _ => None,
    });
    uses.collect()
}

fn find<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|attribute| attribute.path().is_ident(name))
}

/// Returns the parts of an attribute between its commas. A type with a comma is several parts, of which the first one is used.
fn parts(attribute: &Attribute) -> syn::Result<Vec<Vec<TokenTree>>> {
    let tokens: TokenStream = attribute.parse_args()?;
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(Vec::new()),
            _ => parts.last_mut().into_iter().for_each(|part| part.push(token.clone())),
        }
    }
    Ok(parts)
}

fn text_of(token: &TokenTree) -> Option<String> {
    syn::parse2::<LitStr>(token.to_token_stream()).ok().map(|text| text.value())
}

fn first_text(parts: &[Vec<TokenTree>]) -> Option<String> {
    parts.iter().find_map(|part| match part.as_slice() {
        [text] => text_of(text),
        _ => None,
    })
}

fn signature(
    module: &str,
    imports: &[TokenStream],
    trait_name: &Ident,
    common: &str,
    method: &syn::TraitItemFn,
) -> Result<Option<Signature>, Box<dyn Error>> {
    let Some(attribute) = find(&method.attrs, "endpoint") else { return Ok(None) };
    let mut parts = parts(attribute)?;
    let http_method = parts.remove(0).first().map(|token| text_of(token).unwrap_or_else(|| token.to_string()));
    let template = first_text(&parts).unwrap_or_default();
    let (mut headers, mut body, mut is_several) = (Vec::new(), None, false);
    for part in &parts {
        match part.as_slice() {
            [TokenTree::Ident(key), TokenTree::Group(group), _, TokenTree::Ident(name)] if key == "header" => {
                let header = group.stream().into_iter().next().as_ref().and_then(text_of);
                headers.extend(header.map(|header| (header, name.to_string())));
            }
            [TokenTree::Ident(key), TokenTree::Group(_), ..] if key == "response" => is_several = true,
            [TokenTree::Ident(key), _, TokenTree::Ident(name)]
                if ["body", "form", "multipart", "text", "bytes", "stream"].iter().any(|kind| key == kind) =>
            {
                body = Some((key.to_string(), name.to_string()));
            }
            _ => {}
        }
    }
    let arguments = method.sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(input) => match &*input.pat {
            Pat::Ident(name) => Some((name.ident.clone(), (*input.ty).clone())),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    });
    let ReturnType::Type(_, returns) = &method.sig.output else { return Ok(None) };
    Ok(Some(Signature {
        module: module.to_owned(),
        imports: imports.to_vec(),
        trait_name: trait_name.clone(),
        name: method.sig.ident.clone(),
        http_method: http_method.unwrap_or_default(),
        template: format!("{common}{template}"),
        arguments: arguments.collect(),
        headers,
        body,
        returns: (**returns).clone(),
        variants: Vec::new(),
        is_several,
    }))
}
