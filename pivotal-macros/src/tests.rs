//! Expands the declarations under `tests/ui` without the compiler, which takes seconds. The test `ui` compiles them.

mod declarations;
mod editor;
mod fixes;
mod half_typed;
mod legal;
mod lists;

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::endpoints::endpoints;
use crate::expand::endpoint;

/// An error, with the line, column and width of the tokens at which it points. An error at an attribute has no place here, and
/// one at several lines no width.
#[derive(Debug, PartialEq, PartialOrd)]
struct Mistake {
    message: String,
    place: Option<(usize, usize)>,
    width: Option<usize>,
}

/// The files in a folder of `tests/ui` and below it.
fn declarations(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, mut files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.extend(folders.iter().flat_map(|folder| declarations(folder)));
    files.sort();
    files
}

fn ui(folder: &str) -> Vec<PathBuf> {
    declarations(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui").join(folder))
}

/// The errors of all attributes in a source file.
fn mistakes(source: &Path) -> Vec<Mistake> {
    mistakes_in(&fs::read_to_string(source).unwrap())
}

/// A program of a declaration, with the imports in `tests/fixes/prelude.rs`.
fn program(prelude: &str, declaration: &str) -> String {
    format!(
        "#![allow(warnings)]\n\n#[path = \"{prelude}\"]\nmod prelude;\n\nuse prelude::*;\n\n{}\n\nfn main() {{}}\n",
        declaration.trim_end()
    )
}

fn mistakes_in(source: &str) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    each_declaration(source.parse().unwrap(), &mut |declaration| collect(declaration.expand(), &mut mistakes));
    mistakes.sort_by(|a, b| a.partial_cmp(b).unwrap());
    mistakes
}

/// An item below an attribute of ours.
struct Declaration {
    /// `endpoint` or `endpoints`
    attribute: String,
    args: TokenStream,
    item: TokenStream,
}

impl Declaration {
    fn expand(&self) -> TokenStream {
        let expand = if self.attribute == "endpoint" { endpoint } else { endpoints };
        expand(self.args.clone(), &self.item)
    }
}

/// Finds the declarations in a source file.
fn each_declaration(tokens: TokenStream, visit: &mut dyn FnMut(&Declaration)) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    // The start of the item: its first attribute.
    let (mut start, mut at) = (0, 0);
    while at < tokens.len() {
        match &tokens[at..] {
            [TokenTree::Ident(word), TokenTree::Punct(_), TokenTree::Ident(_), ..] if word == "macro_rules" => at += 4,
            [TokenTree::Punct(hash), TokenTree::Group(attribute), ..] if hash.as_char() == '#' => {
                if let Some((attribute, args)) = attribute_of_ours(attribute) {
                    let after = &tokens[at + 2..];
                    let length = after.iter().position(ends_item).map_or(after.len(), |end| end + 1);
                    let item = tokens[start..at].iter().chain(&after[..length]).cloned().collect();
                    visit(&Declaration { attribute, args, item });
                    (start, at) = (at + 2 + length, at + 2 + length);
                } else {
                    at += 2;
                }
            }
            [TokenTree::Group(group), ..] => {
                each_declaration(group.stream(), visit);
                (start, at) = (at + 1, at + 1);
            }
            [token, ..] => {
                at += 1;
                if matches!(token, TokenTree::Punct(end) if matches!(end.as_char(), ';' | ',')) {
                    start = at;
                }
            }
            [] => {}
        }
    }
}

fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    }
}

/// The name and the arguments of `[endpoint(...)]`.
fn attribute_of_ours(attribute: &Group) -> Option<(String, TokenStream)> {
    let tokens: Vec<_> = attribute.stream().into_iter().collect();
    let (path, args) = match tokens.as_slice() {
        [path @ .., TokenTree::Group(args)] => (path, args.stream()),
        path => (path, TokenStream::new()),
    };
    let Some(TokenTree::Ident(name)) = path.last() else { return None };
    (name == "endpoint" || name == "endpoints").then(|| (name.to_string(), args))
}

/// Finds `::core::compile_error! { "message" }`.
fn collect(expansion: TokenStream, mistakes: &mut Vec<Mistake>) {
    let tokens: Vec<_> = expansion.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match (token, tokens.get(index + 2)) {
            (TokenTree::Ident(name), Some(TokenTree::Group(message))) if name == "compile_error" => {
                let message: syn::LitStr = syn::parse2(message.stream()).unwrap();
                let (start, end) = (name.span().start(), message.span().end());
                let is_known = start != end;
                mistakes.push(Mistake {
                    message: message.value(),
                    place: is_known.then_some((start.line, start.column + 1)),
                    width: (is_known && start.line == end.line).then(|| end.column - start.column),
                });
            }
            (TokenTree::Group(group), _) => collect(group.stream(), mistakes),
            _ => {}
        }
    }
}

/// The errors of the macros in the output of the compiler. Its own ones have a code.
fn recorded(source: &Path) -> Vec<Mistake> {
    let output = fs::read_to_string(source.with_extension("stderr")).unwrap();
    let mut mistakes = Vec::new();
    for error in output.split("\n\n") {
        let Some(error) = error.strip_prefix("error: ") else { continue };
        let (message, shown) = error.split_once('\n').unwrap();
        let mut place = shown.lines().next().unwrap().rsplit(':').map(|number| number.parse().unwrap());
        let (column, line) = (place.next().unwrap(), place.next().unwrap());
        let width = shown.lines().find(|line| line.contains(" ^")).map(|line| line.matches('^').count());
        mistakes.push(Mistake { message: message.to_owned(), place: Some((line, column)), width });
    }
    mistakes.sort_by(|a, b| a.partial_cmp(b).unwrap());
    mistakes
}

/// Files whose errors are of the compiler, without a code. In the last one, only the compiler has the place of the attribute.
const OTHERS: [&str; 9] = [
    "bound/pages_static.rs",
    "credentials/guard_across_await.rs",
    "endpoints/attribute_unknown.rs",
    "endpoints/method_default_value.rs",
    "endpoints/method_without_semicolon.rs",
    "endpoints/not_an_item.rs",
    "signature/default_value.rs",
    "signature/without_semicolon.rs",
    "endpoints/endpoint_without_arguments.rs",
];

#[test]
fn messages_and_places_are_those_recorded() {
    let files = ui("fail");
    assert!(files.len() > 600, "{} files", files.len());
    let mut differences = Vec::new();
    for file in files.iter().filter(|file| !OTHERS.iter().any(|other| file.ends_with(other))) {
        let (found, mut recorded) = (mistakes(file), recorded(file));
        for (recorded, found) in recorded.iter_mut().zip(&found) {
            recorded.place = recorded.place.filter(|_| found.place.is_some());
            recorded.width = recorded.width.filter(|_| found.width.is_some());
        }
        if found != recorded {
            differences.push((file, found, recorded));
        }
    }
    assert!(differences.is_empty(), "file, found, recorded: {differences:#?}");
}

#[test]
fn valid_declarations_have_no_errors() {
    let files = ui("pass");
    assert!(files.len() > 30, "{} files", files.len());
    for file in files {
        let mut mistakes = mistakes(&file);
        // The compiler removes these methods, since their `cfg` is false.
        mistakes.retain(|mistake| !mistake.message.contains("this has no default"));
        assert_eq!(mistakes, [], "{}", file.display());
    }
}
