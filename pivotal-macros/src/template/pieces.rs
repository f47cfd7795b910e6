//! Splits text into placeholders and the text between them.

use super::character::{unclosed, unopened};
use super::name::parse_placeholder;
use super::{Style, TemplateError};

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Literal(&'a str),
    Placeholder { name: String, kind: Kind },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `<name>`
    Single,
    /// `<name..>`
    Several,
    /// `<name:csv>`
    Styled(Style),
}

/// Splits `a<b>c` into its pieces.
pub(super) fn split_pieces(text: &str) -> Result<Vec<Piece<'_>>, TemplateError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((literal, from_name)) = rest.split_once('<') {
        if literal.contains('>') {
            break;
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal));
        } else if matches!(pieces.last(), Some(Piece::Placeholder { .. })) {
            return Err(TemplateError::Adjacent { text: text.to_owned() });
        }
        let Some((name, after)) = from_name.split_once('>') else {
            return Err(unclosed(text));
        };
        let (name, kind) = parse_placeholder(name)?;
        pieces.push(Piece::Placeholder { name, kind });
        rest = after;
    }
    if rest.contains('>') {
        return Err(unopened(text));
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest));
    }
    Ok(pieces)
}

/// Splits `key=value` at the first `=` that is not in a placeholder.
pub(super) fn split_pair(pair: &str) -> (&str, Option<&str>) {
    let mut is_inside = false;
    let at = pair.find(|c| {
        is_inside = c == '<' || (is_inside && c != '>');
        c == '=' && !is_inside
    });
    match at.and_then(|at| pair.split_at_checked(at)) {
        Some((key, value)) => (key, value.strip_prefix('=')),
        None => (pair, None),
    }
}
