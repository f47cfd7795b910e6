//! The names in placeholders.

use super::{Piece, TemplateError};

/// Reads the text between `<` and `>`: `id` or `path..`.
pub(super) fn parse_placeholder(text: &str) -> Result<Piece<'static>, TemplateError> {
    let (name, dots) = text.strip_suffix("..").map_or((text, ""), |name| (name, ".."));
    if is_identifier(name) || can_be_identifier(name) {
        Ok(Piece::Placeholder { name: name.to_owned(), rest: !dots.is_empty() })
    } else {
        Err(invalid_name(name, dots))
    }
}

/// The error for an invalid name, with the intended one.
pub(crate) fn invalid_name(name: &str, dots: &str) -> TemplateError {
    let dots_in_front = if name.starts_with(['.', '*']) { ".." } else { "" };
    let candidate = intended_name(name).map(|name| name + dots.max(dots_in_front));
    TemplateError::InvalidName { name: format!("{name}{dots}"), candidate }
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
        // `id: u64`: the type is in the signature.
        Some((name, ty)) if ty.starts_with(' ') => to_identifier(name),
        // `id:int` or `int:id`
        Some(_) => None,
        None => to_identifier(name),
    }
}

/// The name with other characters replaced, so that it is an identifier.
pub(super) fn to_identifier(name: &str) -> Option<String> {
    let name = name.trim().trim_start_matches("r#").trim_end_matches(['.', '*', '?']);
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let name = name.trim_matches('_');
    is_identifier(name).then(|| name.to_owned())
}
