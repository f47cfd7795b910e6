//! Names in Rust.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::document::percent_decoded;

/// Words that cannot be the name of a field, even as `r#…`.
const NO_RAW: [&str; 4] = ["crate", "self", "super", "Self"];

/// Names of types that generated code uses.
const RESERVED: [&str; 47] = [
    "Api",
    "ApiKey",
    "BTreeMap",
    "Basic",
    "Bearer",
    "Body",
    "Box",
    "Bytes",
    "Clone",
    "Conditional",
    "Copy",
    "Date",
    "Debug",
    "Default",
    "Deserialize",
    "Eq",
    "Err",
    "Error",
    "ErrorBody",
    "Events",
    "Format",
    "From",
    "Into",
    "IpAddr",
    "Ipv4Addr",
    "Ipv6Addr",
    "Json",
    "Lines",
    "LinkPage",
    "Multipart",
    "None",
    "Ok",
    "Option",
    "Pages",
    "PartialEq",
    "Response",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Some",
    "String",
    "Sync",
    "Time",
    "Timestamp",
    "Uuid",
    "Vec",
];

/// Returns whether generated code uses a type of this name.
pub(crate) fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name) || ["Transport", "Value"].contains(&name)
}

/// Returns the name of a type.
pub(crate) fn pascal(text: &str) -> String {
    let name = words(text).to_upper_camel_case();
    match name.chars().next() {
        None => unnamed(text).to_owned(),
        Some(first) if first.is_ascii_digit() => format!("N{name}"),
        Some(_) => name,
    }
}

/// Returns the name of a method or a parameter.
pub(crate) fn snake(text: &str) -> String {
    let name = words(text).to_snake_case();
    match name.chars().next() {
        None => unnamed(text).to_ascii_lowercase(),
        Some(first) if first.is_ascii_digit() => format!("n{name}"),
        // A keyword cannot be a placeholder.
        Some(_) if is_keyword(&name) => format!("{name}_"),
        Some(_) => name,
    }
}

/// Returns the name of a field, which can be raw.
pub(crate) fn field_name(text: &str) -> String {
    let name = snake(text);
    match name.strip_suffix('_') {
        Some(keyword) if is_keyword(keyword) && !NO_RAW.contains(&keyword) => format!("r#{keyword}"),
        _ => name,
    }
}

fn is_keyword(name: &str) -> bool {
    // The keyword of edition 2024 is none for `syn`.
    name == "gen" || syn::parse_str::<syn::Ident>(name).is_err()
}

/// The name of a text without letters of ASCII.
fn unnamed(text: &str) -> &'static str {
    if text.trim().is_empty() { "Empty" } else { "Unnamed" }
}

/// Returns the name of the target of a reference: the last key of its pointer, or its file.
pub(super) fn reference_name(reference: &str) -> String {
    let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    let last = |text: &str| percent_decoded(text.rsplit('/').next().unwrap_or_default());
    match last(pointer) {
        key if !key.is_empty() => key.replace("~1", "/").replace("~0", "~"),
        _ => {
            let file = last(file);
            file.rsplit_once('.').map_or(file.clone(), |(stem, _)| stem.to_owned())
        }
    }
}

/// Returns the name of an item of a list: `Lines` has the item `Line`.
pub(super) fn item_name(list: &str) -> String {
    let has_one_of = |endings: &[&str]| endings.iter().any(|ending| list.ends_with(ending));
    let singular = if has_one_of(&["ss", "us", "is", "as", "eries", "ecies", "News", "Os"]) {
        None
    } else if has_one_of(&["sses", "xes", "ches", "shes", "iases", "tuses"]) {
        list.strip_suffix("es").map(str::to_owned)
    } else {
        let of_y = list.strip_suffix("ies").map(|stem| format!("{stem}y"));
        of_y.or_else(|| list.strip_suffix('s').map(str::to_owned))
    };
    singular.unwrap_or_else(|| format!("{list}Item"))
}

/// Replaces the characters that have a meaning, so that `+1` and `-1` differ.
fn words(text: &str) -> String {
    let mut words = String::new();
    let mut is_start = true;
    for c in text.chars() {
        match c {
            '+' => words.push_str(" plus "),
            '-' if is_start => words.push_str(" minus "),
            '@' => words.push_str(" at "),
            '$' if is_start => {}
            '<' => words.push_str(" less "),
            '>' => words.push_str(" greater "),
            '*' => words.push_str(" all "),
            // Letters that Rust accepts, too.
            c if c.is_alphanumeric() && c.is_ascii() => words.push(c),
            _ => words.push(' '),
        }
        is_start = false;
    }
    words.trim().to_owned()
}

/// Returns the name, or the name with the first number that makes it unique, and remembers it.
pub(crate) fn unique(taken: &mut BTreeSet<String>, name: &str) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = match name.strip_suffix('_') {
            Some(stem) => format!("{stem}{number}"),
            None if name.ends_with(|c: char| c.is_ascii_digit()) => format!("{name}_{number}"),
            None => format!("{name}{number}"),
        };
        number += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_rust() {
        let cases = [
            ("basic-error", "BasicError", "basic_error"),
            ("type", "Type", "type_"),
            ("+1", "Plus1", "plus_1"),
            ("-1", "Minus1", "minus_1"),
            ("2fa", "N2fa", "n2fa"),
            ("$filter", "Filter", "filter"),
            ("per_page[]", "PerPage", "per_page"),
            ("", "Empty", "empty"),
            ("日本", "Unnamed", "unnamed"),
            ("gen", "Gen", "gen_"),
            ("übung", "Bung", "bung"),
            ("self", "Self", "self_"),
        ];
        for (text, type_name, parameter) in cases {
            assert_eq!((pascal(text).as_str(), snake(text).as_str()), (type_name, parameter), "{text}");
        }
        assert_eq!((field_name("type").as_str(), field_name("self").as_str()), ("r#type", "self_"));
    }

    #[test]
    fn items_have_names_in_the_singular() {
        let cases = [
            ("OrderLines", "OrderLine"),
            ("Addresses", "Address"),
            ("Entries", "Entry"),
            ("Status", "StatusItem"),
            ("Series", "SeriesItem"),
            ("Aliases", "Alias"),
            ("Address", "AddressItem"),
            ("Data", "DataItem"),
            ("Cases", "Case"),
        ];
        for (list, item) in cases {
            assert_eq!(item_name(list), item);
        }
    }

    #[test]
    fn references_have_names() {
        let cases = [
            ("#/components/schemas/Note", "Note"),
            ("other.yaml#/a~1b%20c", "a/b c"),
            ("../bodies/note.yaml", "note"),
            ("Note", "Note"),
            ("#", ""),
        ];
        for (reference, name) in cases {
            assert_eq!(reference_name(reference), name);
        }
    }

    #[test]
    fn second_name_gets_a_number() {
        let mut taken = BTreeSet::new();
        let names = ["A", "A", "A", "B2", "B2", "type_", "type_"].map(|name| unique(&mut taken, name));
        assert_eq!(names, ["A", "A2", "A3", "B2", "B2_2", "type_", "type2"]);
    }
}
