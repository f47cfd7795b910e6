//! What is between `<` and `>`.

use super::{Piece, TemplateError};

/// `id` or `path..`
pub(super) fn placeholder_name(text: &str) -> Result<Piece<'static>, TemplateError> {
    let (name, dots) = text.strip_suffix("..").map_or((text, ""), |name| (name, ".."));
    if is_identifier(name) || may_be_identifier(name) {
        Ok(Piece::Placeholder { name: name.to_owned(), rest: !dots.is_empty() })
    } else {
        Err(bad_name(name, dots))
    }
}

pub(crate) fn bad_name(name: &str, dots: &str) -> TemplateError {
    let dots_in_front = if name.starts_with(['.', '*']) { ".." } else { "" };
    let candidate = candidate(name).map(|candidate| candidate + dots.max(dots_in_front));
    TemplateError::BadName { name: format!("{name}{dots}"), candidate }
}

/// Whether a name is made of letters and marks as in `हिन्दी`. The standard library does not know the marks, the compiler
/// does: it is a name if a parameter has it.
fn may_be_identifier(name: &str) -> bool {
    !name.is_ascii() && is_identifier(&name.replace(|c: char| !c.is_ascii() && !c.is_alphanumeric(), ""))
}

/// Returns whether a name is made of letters, digits and `_`.
pub(crate) fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && characters.all(|c| c.is_alphanumeric() || c == '_')
        && name != "_"
}

/// The name that was meant, if that is certain.
fn candidate(name: &str) -> Option<String> {
    match name.split_once(':') {
        // `id: u64`: the type is in the signature.
        Some((name, ty)) if ty.starts_with(' ') => plain_name(name),
        // `id:int` or `int:id`
        Some(_) => None,
        None => plain_name(name),
    }
}

/// The same name as an identifier would have it, if that leaves anything.
pub(super) fn plain_name(name: &str) -> Option<String> {
    let name = name.trim().trim_start_matches("r#").trim_end_matches(['.', '*', '?']);
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let name = name.trim_matches('_');
    is_identifier(name).then(|| name.to_owned())
}
