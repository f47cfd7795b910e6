//! Parses the path of a template.

use super::literal::encode_in_path;
use super::pieces::{Kind, Piece, split_pieces};
use super::style_error::StyleError;
use super::{PathPart, TemplateError};

pub(super) fn parse_path(path: &str, has_query: bool) -> Result<Vec<PathPart>, TemplateError> {
    let mut parts = Vec::new();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        push_literal(&mut parts, "/");
        if segment.is_empty() && segments.peek().is_some() {
            return Err(TemplateError::EmptySegment);
        }
        push_segment(&mut parts, segment, has_query)?;
    }
    check_segments_separated(&parts)?;
    Ok(parts)
}

fn push_segment(parts: &mut Vec<PathPart>, segment: &str, has_query: bool) -> Result<(), TemplateError> {
    let can_be_dots = segment.starts_with(['.', '%']);
    if can_be_dots && matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..") {
        return Err(TemplateError::DotSegment { segment: segment.to_owned() });
    }
    if contains_pair(segment) {
        return Err(TemplateError::AmpersandInPath { has_query });
    }
    let pieces = split_pieces(segment).map_err(TemplateError::in_path)?;
    let is_complete = pieces.len() == 1;
    for (index, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Literal(text) => push_literal(parts, &encode_in_path(text)?),
            Piece::Placeholder { name, kind: Kind::Single } if is_complete => parts.push(PathPart::Segment(name)),
            Piece::Placeholder { name, kind: Kind::Single } => parts.push(PathPart::Part(name)),
            Piece::Placeholder { name, kind: Kind::Several } if index == 0 => parts.push(PathPart::Segments(name)),
            Piece::Placeholder { name, kind: Kind::Several } => return Err(TemplateError::SegmentsAfterText { name }),
            Piece::Placeholder { name, kind: Kind::Styled(style) } => {
                return Err(StyleError::in_path(name, style.word()));
            }
        }
    }
    Ok(())
}

pub(super) fn push_literal(parts: &mut Vec<PathPart>, text: &str) {
    match parts.last_mut() {
        Some(PathPart::Literal(literal)) => literal.push_str(text),
        _ => parts.push(PathPart::Literal(text.to_owned())),
    }
}

/// Returns whether a segment contains a pair of a query: `&key=value` or `&<name>`.
fn contains_pair(segment: &str) -> bool {
    let is_key = |c: char| c.is_alphanumeric() || "-_.[]$".contains(c);
    segment.split('&').skip(1).any(|pair| {
        pair.starts_with('<') || pair.split_once('=').is_some_and(|(key, _)| !key.is_empty() && key.chars().all(is_key))
    })
}

//     /<parent..>/<name..>
//
/// Checks that text is between placeholders for several segments.
pub(super) fn check_segments_separated(path: &[PathPart]) -> Result<(), TemplateError> {
    let mut previous: Option<&String> = None;
    for part in path {
        match part {
            PathPart::Literal(text) if text.contains(|c| c != '/') => previous = None,
            PathPart::Segments(name) => {
                if let Some(first) = previous.replace(name) {
                    return Err(TemplateError::SegmentsTouch { first: first.clone(), second: name.clone() });
                }
            }
            _ => {}
        }
    }
    Ok(())
}
