//! The errors of characters that are not allowed in the text of a template: `<`, `>`, `{`, `}`, `%`.

use std::fmt;

use super::TemplateError;
use super::name::is_identifier;

/// A text with such a character, and its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CharacterError {
    wrong: String,
    written: String,
    placeholder: Option<Placeholder>,
    /// The text with the character encoded.
    encoded: String,
}

/// A placeholder that is not closed or not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Placeholder {
    written: String,
    fix: String,
}

impl fmt::Display for CharacterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { wrong, written, placeholder, encoded } = self;
        match placeholder {
            Some(Placeholder { written: part, fix }) => {
                write!(f, "{wrong}; write `{fix}` for `{part}`, or `{encoded}` for `{written}` to send the character")
            }
            None => write!(f, "{wrong}; write `{encoded}` for `{written}` to send the character"),
        }
    }
}

/// `/<id`
pub(super) fn unclosed(text: &str) -> TemplateError {
    let at = text.rfind('<').unwrap_or(0);
    error(format!("`<` in `{text}` is never closed"), text, at)
}

/// `/id>`
pub(super) fn unopened(text: &str) -> TemplateError {
    let mut is_inside = false;
    let at = text.find(|c| {
        let is_unopened = c == '>' && !is_inside;
        is_inside = c == '<' || (is_inside && c != '>');
        is_unopened
    });
    error(format!("`>` in `{text}` closes nothing"), text, at.unwrap_or(0))
}

/// `/{id`
pub(super) fn brace(text: &str, at: usize) -> TemplateError {
    error("placeholders are written in angle brackets".to_owned(), text, at)
}

/// `/100%`
pub(super) fn incomplete_escape(text: &str, at: usize) -> TemplateError {
    error("`%` must be followed by two hexadecimal digits".to_owned(), text, at)
}

fn error(wrong: String, text: &str, at: usize) -> TemplateError {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let character = rest.chars().next().unwrap_or_default();
    let after = rest.get(character.len_utf8()..).unwrap_or_default();
    let is_end = |c: char| !c.is_alphanumeric() && c != '_';
    let placeholder = match character {
        '<' | '{' => {
            let name = after.split(is_end).next().unwrap_or_default();
            let dots = after.get(name.len()..).filter(|rest| rest.starts_with("..")).map_or("", |_| "..");
            is_identifier(name).then(|| (format!("{character}{name}{dots}"), format!("<{name}{dots}>")))
        }
        '>' | '}' => {
            let name = before.rsplit(is_end).next().unwrap_or_default();
            is_identifier(name).then(|| (format!("{name}{character}"), format!("<{name}>")))
        }
        _ => None,
    };
    TemplateError::Character(CharacterError {
        wrong,
        written: text.to_owned(),
        placeholder: placeholder.map(|(written, fix)| Placeholder { written, fix }),
        encoded: format!("{before}%{:02X}{after}", u32::from(character)),
    })
}
