//! The names in placeholders.

use super::pieces::Kind;
use super::style_error::{StyleError, intended};
use super::{Style, TemplateError};

/// Reads the text between `<` and `>`: `id`, `path..` or `ids:csv`.
pub(super) fn parse_placeholder(text: &str) -> Result<(String, Kind), TemplateError> {
    let (name, dots) = text.strip_suffix("..").map_or((text, ""), |name| (name, ".."));
    if is_name(name) {
        let kind = if dots.is_empty() { Kind::Single } else { Kind::Several };
        return Ok((name.to_owned(), kind));
    }
    match name.split_once(':') {
        Some((first, second)) if is_name(first) && dots.is_empty() => match Style::parse(second) {
            Some(style) => Ok((first.to_owned(), Kind::Styled(style))),
            None => Err(invalid_style(first, second)),
        },
        _ => Err(invalid_name(name, dots)),
    }
}

/// The error for text that is no style.
fn invalid_style(first: &str, second: &str) -> TemplateError {
    let written = format!("<{first}:{second}>");
    let name = second.trim();
    if name.is_empty() {
        TemplateError::InvalidName { name: format!("{first}:{second}"), candidate: Some(first.to_owned()) }
    } else if let Some(style) = Style::parse(first).filter(|_| is_name(name)) {
        // `<csv:ids>`
        TemplateError::Style(StyleError::First { name: name.to_owned(), style })
    } else if let Some(style) = Style::parse(name) {
        // `<ids: csv>`
        TemplateError::InvalidName {
            name: format!("{first}:{second}"),
            candidate: Some(format!("{first}{}", style.suffix())),
        }
    } else if is_type(second) && intended(first, second).is_none() {
        let dots = if name == "path" { ".." } else { "" };
        TemplateError::Style(StyleError::Type { written, fix: format!("<{first}{dots}>") })
    } else if is_type(first) && is_name(name) {
        let dots = if first == "path" { ".." } else { "" };
        TemplateError::Style(StyleError::Type { written, fix: format!("<{name}{dots}>") })
    } else {
        TemplateError::Style(StyleError::Unknown { name: first.to_owned(), style: second.to_owned() })
    }
}

/// The types in the paths of other libraries, and those of Rust without an uppercase letter.
const TYPES: [&str; 30] = [
    "bool", "boolean", "char", "date", "datetime", "decimal", "double", "f32", "f64", "float", "i128", "i16", "i32",
    "i64", "i8", "int", "integer", "number", "path", "slug", "str", "string", "text", "u128", "u16", "u32", "u64",
    "u8", "usize", "uuid",
];

/// Returns whether a text after or in front of `:` is a type, such as `int`, ` &str` or `Uuid`.
fn is_type(text: &str) -> bool {
    let is_upper_camel_case = text.starts_with(char::is_uppercase) && text.contains(char::is_lowercase);
    TYPES.contains(&text) || is_upper_camel_case || text.starts_with([' ', '&']) || text.contains("::")
}

/// The error for an invalid name, with the intended one.
pub(crate) fn invalid_name(name: &str, dots: &str) -> TemplateError {
    let dots_in_front = if name.starts_with(['.', '*']) { ".." } else { "" };
    // A style has no dots.
    let dots_after = if name.contains(':') { "" } else { dots.max(dots_in_front) };
    let candidate = intended_name(name).map(|name| name + dots_after);
    TemplateError::InvalidName { name: format!("{name}{dots}"), candidate }
}

/// Returns whether a text can be the name of a parameter.
fn is_name(text: &str) -> bool {
    is_identifier(text) || can_be_identifier(text)
}

/// Returns whether a name has letters and marks, as in `हिन्दी`. Only the compiler can classify marks, so the name is
/// valid if a parameter has it.
fn can_be_identifier(name: &str) -> bool {
    !name.is_ascii() && is_identifier(&name.replace(|c: char| !c.is_ascii() && !c.is_alphanumeric(), ""))
}

/// Returns whether a name has letters, digits and `_` only.
pub(crate) fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && characters.all(|c| c.is_alphanumeric() || c == '_')
        && name != "_"
}

/// The intended name, if it is certain.
fn intended_name(name: &str) -> Option<String> {
    match name.split_once(':') {
        // `customer-id:csv`
        Some((name, style)) => Some(to_identifier(name)? + Style::parse(style)?.suffix()),
        // `limit=10`
        None => to_identifier(name.split_once('=').map_or(name, |(name, _)| name)),
    }
}

/// The name with other characters replaced, so that it is an identifier.
pub(super) fn to_identifier(name: &str) -> Option<String> {
    let name = name.trim().trim_start_matches("r#").trim_end_matches(['.', '*', '?']);
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let name = name.trim_matches('_');
    is_identifier(name).then(|| name.to_owned())
}
