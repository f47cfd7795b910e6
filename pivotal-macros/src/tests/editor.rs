//! rust-analyzer resolves a name by the tokens of the expansion that have its span.

use std::collections::BTreeMap;

use proc_macro2::{Ident, LineColumn, Span, TokenStream, TokenTree};

use super::{Declaration, each_declaration, ui};
use crate::editor::IS_TESTED;

/// A parameter of a trait without methods.
const NOT_SENT: &str = "away";

type Place = (LineColumn, LineColumn);

fn place(span: Span) -> Place {
    (span.start(), span.end())
}

/// The places of all names, each with the names of the tokens there.
fn find_names(tokens: TokenStream, found: &mut BTreeMap<Place, Vec<String>>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) if name.span().start() != name.span().end() => {
                let names = found.entry(place(name.span())).or_default();
                names.push(name.to_string());
                names.dedup();
            }
            TokenTree::Group(group) => find_names(group.stream(), found),
            _ => {}
        }
    }
}

/// The names in the values of an attribute, without the words that have a meaning in the macro only.
fn values(args: TokenStream) -> Vec<Ident> {
    let tokens: Vec<_> = args.into_iter().collect();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let mut values = Vec::new();
    for pair in tokens.split(is_comma) {
        let is_equals = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '=');
        let Some(at) = pair.iter().position(is_equals) else { continue };
        if !matches!(&pair[0], TokenTree::Ident(key) if key == "auth") {
            pair[at + 1..].iter().cloned().for_each(|token| idents(token.into(), &mut values));
        }
    }
    values
}

fn idents(tokens: TokenStream, found: &mut Vec<Ident>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => found.push(ident),
            TokenTree::Group(group) => idents(group.stream(), found),
            _ => {}
        }
    }
}

/// The names in the values of `#[endpoint]`, and of `#[endpoints]` with those in its trait.
fn values_of(declaration: &Declaration) -> Vec<Ident> {
    let mut all = values(declaration.args.clone());
    each_declaration(declaration.item.clone(), &mut |nested| all.extend(values(nested.args.clone())));
    all
}

fn each_valid_declaration(mut visit: impl FnMut(&str, &Declaration)) {
    for file in ui("pass") {
        let source = std::fs::read_to_string(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        each_declaration(source.parse().unwrap(), &mut |declaration| visit(&name, declaration));
    }
}

#[test]
fn each_name_in_attribute_has_its_token_in_expansion() {
    IS_TESTED.set(true);
    let mut count = 0;
    each_valid_declaration(|file, declaration| {
        let mut found = BTreeMap::new();
        find_names(declaration.expand(), &mut found);
        let values = values_of(declaration).into_iter().filter(|value| value != NOT_SENT);
        for value in values {
            count += 1;
            let names = found.get(&place(value.span()));
            assert_eq!(names, Some(&vec![value.to_string()]), "{file}: {:?}", value.span().start());
        }
    });
    assert!(count > 150, "{count} names");
}

#[test]
fn each_place_has_one_name() {
    IS_TESTED.set(true);
    each_valid_declaration(|file, declaration| {
        let mut found = BTreeMap::new();
        find_names(declaration.expand(), &mut found);
        for ((start, _), names) in found {
            // The compiler removes items with a false `cfg` from the trait, which the test does not.
            let is_error = names.iter().any(|name| name == "compile_error");
            assert!(is_error || names.len() == 1, "{file}:{}:{}: {names:?}", start.line, start.column + 1);
        }
    });
}
