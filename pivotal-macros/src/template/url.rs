//! Parses `<url>`: a URL from the server, as of a next page or an upload, to which pairs of a query can be added.

use super::character::unclosed;
use super::name::parse_placeholder;
use super::pieces::Kind;
use super::query::parse_query;
use super::style_error::StyleError;
use super::{PathPart, Template, TemplateError};

/// Names for the part of a URL in front of the path.
const BASES: [&str; 6] = ["base", "base_url", "endpoint", "host", "origin", "server"];

/// Reads a template that begins with a placeholder. Only a query can follow.
pub(super) fn parse_url(template: &str) -> Result<Template, TemplateError> {
    let Some((name, after)) = template.strip_prefix('<').and_then(|from_name| from_name.split_once('>')) else {
        return Err(unclosed(template));
    };
    let (name, kind) = parse_placeholder(name).map_err(TemplateError::in_path)?;
    let query = match after.strip_prefix('?') {
        Some(query) => Some(query),
        None if after.is_empty() => None,
        None if after.starts_with('/') && BASES.contains(&name.as_str()) => {
            return Err(TemplateError::Host { path: after.to_owned() });
        }
        None => return Err(TemplateError::UrlWithPath { name, path: intended_path(template) }),
    };
    match kind {
        Kind::Single => {
            Ok(Template { path: vec![PathPart::Url(name)], query: query.map_or(Ok(Vec::new()), parse_query)? })
        }
        Kind::Several => Err(TemplateError::UrlWithDots { name }),
        Kind::Styled(style) => Err(StyleError::in_path(name, style.word())),
    }
}

/// The template with its first slash, if that is valid.
fn intended_path(template: &str) -> Option<String> {
    let path = format!("/{template}");
    Template::parse(&path).is_ok().then_some(path)
}
