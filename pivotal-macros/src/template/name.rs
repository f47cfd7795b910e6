//! What stands between `<` and `>`.

use super::{Piece, TemplateError};

/// `id` or `path..`
pub(super) fn placeholder_name(text: &str) -> Result<Piece<'static>, TemplateError> {
    let (name, rest) = match text.strip_suffix("..") {
        Some(name) => (name, true),
        None => (text, false),
    };
    if is_identifier(name) {
        Ok(Piece::Placeholder { name: name.to_owned(), rest })
    } else {
        let candidate = candidate(name).map(|name| if rest { name + ".." } else { name });
        Err(TemplateError::BadName { name: text.to_owned(), candidate })
    }
}

fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && characters.all(|c| c.is_alphanumeric() || c == '_')
        && name != "_"
}

/// The same name as an identifier would have it, if that leaves anything.
fn candidate(name: &str) -> Option<String> {
    // `<id: u64>`: the type is in the signature.
    let name = name.split(':').next().unwrap_or_default();
    let name = name.trim().trim_start_matches("r#").trim_end_matches(['.', '*', '?']);
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let name = name.trim_matches('_');
    is_identifier(name).then(|| name.to_owned())
}
