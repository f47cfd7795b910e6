//! The `Api` value.

use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::docs;
use crate::contract::{Scheme, schemes};
use crate::document::Document;

/// Words of a title that are no name.
const GENERIC: [&str; 11] =
    ["3", "api", "apis", "http", "json", "openapi", "rest", "restful", "spec", "specification", "the"];

/// The words of the title that name the API.
pub(super) fn words(document: &Document) -> Vec<String> {
    let title = document.root().get("info").and_then(|info| info.text("title")).unwrap_or_default();
    // What is in parentheses describes the document.
    let title = title.split('(').next().filter(|title| !title.trim().is_empty()).unwrap_or(title);
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let is_version = |word: &str| {
        let digits = word.strip_prefix(['v', 'V']).unwrap_or(word);
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
    };
    let words: Vec<String> = words
        .filter(|word| !GENERIC.contains(&&*word.to_ascii_lowercase()) && !is_version(word))
        .take(3)
        .map(str::to_owned)
        .collect();
    if words.is_empty() { vec!["Operations".to_owned()] } else { words }
}

/// Returns the name of the value, such as `GITHUB`.
pub(super) fn name(document: &Document) -> String {
    // `GitHub` is one word.
    let name = words(document).iter().map(|word| word.to_ascii_uppercase()).collect::<Vec<_>>().join("_");
    match name.as_str() {
        "OPERATIONS" => "API".to_owned(),
        name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("N{}", name.to_shouty_snake_case()),
        name => name.to_owned(),
    }
}

/// Returns the base URL: that of the first server, with the defaults of its variables.
pub(super) fn base_url(document: &Document) -> Option<String> {
    let server = document.root().items_of("servers").into_iter().next()?;
    let mut url = server.text("url")?.to_owned();
    for (name, variable) in server.entries_of("variables") {
        url = url.replace(&format!("{{{name}}}"), variable.text("default").unwrap_or_default());
    }
    let url = url.trim_end_matches('/');
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let is_plain = !rest.is_empty() && !rest.contains(['{', '}', '?', '#', '@', ' ', '\\']) && !rest.contains("//");
    is_plain.then(|| url.to_owned())
}

/// Returns the static value. `error` is the type of errors.
pub(super) fn value(document: &Document, name: &str, error: Option<&TokenStream>) -> TokenStream {
    let ident = format_ident!("{name}");
    let info = document.root().get("info");
    let title = info.and_then(|info| info.text("title")).unwrap_or_default();
    let mut text = format!("The HTTP conventions of {}.", if title.is_empty() { "the API" } else { title.trim() });
    let credentials = schemes(document).into_iter().filter_map(|(_, scheme)| match scheme {
        Scheme::Bearer => Some("`Bearer::new(token)`".to_owned()),
        Scheme::Basic => Some("`Basic::new(user, password)`".to_owned()),
        Scheme::ApiKey { name, location: "header" } => Some(format!("`ApiKey::header(\"{name}\", key)`")),
        Scheme::ApiKey { name, location: "query" } => Some(format!("`ApiKey::query(\"{name}\", key)`")),
        Scheme::ApiKey { .. } | Scheme::Other(_) => None,
    });
    let mut distinct: Vec<String> = Vec::new();
    for credential in credentials {
        if !distinct.contains(&credential) {
            distinct.push(credential);
        }
    }
    match distinct.as_slice() {
        [] => {}
        [one] => text = format!("{text}\n\nThe credentials of a client: {one}."),
        several => {
            text = format!("{text}\n\nThe credentials of a client are one of these:\n\n- {}", several.join("\n- "));
        }
    }
    let servers = document.root().items_of("servers");
    let others = servers.iter().skip(1).filter_map(|server| {
        let (url, name) = (server.text("url")?, server.text("description").unwrap_or_default());
        let name = name.lines().next().unwrap_or_default();
        Some(format!("- `{url}`: {}", docs::sentence(name)).trim_end_matches([':', ' ']).to_owned())
    });
    let others: Vec<String> = others.collect();
    if !others.is_empty() {
        text = format!("{text}\n\nOther servers:\n\n{}", others.join("\n"));
    }
    let docs = docs::lines(&text).into_iter().map(|line| format!(" {line}"));
    let base_url = base_url(document).map(|url| quote!(.base_url(#url)));
    let error = error.map(|error| quote!(.error::<#error>()));
    quote! {
        #(#[doc = #docs])*
        pub static #ident: Api = Api::new() #base_url #error;
    }
}
