//! Parses templates. It needs no tokens and no spans.

mod character;
mod error;
mod host;
mod literal;
mod name;
mod other_notation;
mod pair_error;
mod path;
mod pieces;
mod query;
mod style;
mod style_error;
mod url;

pub(crate) use self::error::TemplateError;
use self::host::path_after_host;
pub(crate) use self::name::{invalid_name, is_identifier};
pub(crate) use self::other_notation::{Candidates, OtherNotation, contains_placeholder};
use self::path::{check_segments_separated, parse_path, push_literal};
use self::query::parse_query;
pub(crate) use self::style::Style;
use self::url::parse_url;

/// `/customers/<id>/files/<path..>?<limit>&page_size=<size>&expand=owner&<filter..>`
///
/// Text is percent-encoded where a URL needs it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) path: Vec<PathPart>,
    pub(crate) query: Vec<QueryPart>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PathPart {
    /// Text, with its slashes.
    Literal(String),
    /// `<name>`: a complete segment.
    Segment(String),
    /// `<name>` beside other text: a part of a segment.
    Part(String),
    /// `<name..>`: several segments.
    Segments(String),
    /// `<name>` in place of a path: a complete URL from the server.
    Url(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum QueryPart {
    /// `key=value` or `key`
    Literal(String),
    /// `<name>` or `key=<name>`
    Pair { key: String, name: String },
    /// `<name:csv>` or `key=<name:csv>`: one pair with all values.
    Styled { key: String, name: String, style: Style },
    /// `<name..>`: a pair for each field.
    Fields(String),
    /// `prefix[<name..>]`: a pair for each field, with the key `prefix[field]`.
    FieldsIn { prefix: String, name: String },
}

impl QueryPart {
    /// The name of the pair; `None` for fields, which have their own.
    pub(crate) fn key(&self) -> Option<&str> {
        match self {
            Self::Literal(pair) => Some(pair.split_once('=').map_or(pair, |(key, _)| key)),
            Self::Pair { key, .. } | Self::Styled { key, .. } => Some(key),
            Self::Fields(_) | Self::FieldsIn { .. } => None,
        }
    }

    /// The name of the placeholder, and its dots or its style.
    pub(crate) fn placeholder(&self) -> Option<(&str, &'static str)> {
        match self {
            Self::Literal(_) => None,
            Self::Pair { name, .. } => Some((name, "")),
            Self::Styled { name, style, .. } => Some((name, style.suffix())),
            Self::Fields(name) | Self::FieldsIn { name, .. } => Some((name, "..")),
        }
    }
}

impl Template {
    /// Reads a complete template.
    pub(crate) fn parse(template: &str) -> Result<Self, TemplateError> {
        if template.trim() != template {
            return Err(TemplateError::SpaceAround { template: template.to_owned() });
        }
        let (path, query) = match template.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (template, None),
        };
        if let Some(path) = path_after_host(template) {
            return Err(TemplateError::Host { path: path.to_owned() });
        }
        if path.contains("://") {
            return Err(TemplateError::CompleteUrl);
        }
        if template.starts_with('<') {
            return parse_url(template);
        }
        if template.starts_with('\\') {
            return Err(TemplateError::Backslash);
        }
        if !template.starts_with('/') {
            return Err(TemplateError::MissingSlash { template: template.to_owned() });
        }
        Ok(Self { path: parse_path(path, query.is_some())?, query: query.map_or(Ok(Vec::new()), parse_query)? })
    }

    /// Reads a template after a common path. It can be empty, a query alone, or continue the last segment of that path, as
    /// `.json`, `:cancel` and `(<id>)` do.
    pub(crate) fn parse_suffix(template: &str) -> Result<Self, TemplateError> {
        if template.is_empty() {
            return Ok(Self::default());
        }
        if template.trim() != template {
            return Err(TemplateError::SpaceAround { template: template.to_owned() });
        }
        if !template.starts_with(['?', '.', ':', '(']) {
            return Self::parse(template);
        }
        let mut parsed = Self::parse(&format!("/{template}"))?;
        // Without the slash that it was read with.
        if let Some(PathPart::Literal(text)) = parsed.path.first_mut()
            && let Some(rest) = text.strip_prefix('/')
        {
            *text = rest.to_owned();
        }
        parsed.path.retain(|part| !matches!(part, PathPart::Literal(text) if text.is_empty()));
        Ok(parsed)
    }

    /// Adds a path in front of the path, and pairs in front of the query.
    pub(crate) fn with_prefix(self, mut path: Vec<PathPart>, mut query: Vec<QueryPart>) -> Result<Self, TemplateError> {
        for part in self.path {
            match part {
                PathPart::Literal(text) => {
                    if let Some(last) = path.last_mut()
                        && let PathPart::Segment(name) = last
                        && !text.starts_with('/')
                    {
                        *last = PathPart::Part(std::mem::take(name));
                    }
                    push_literal(&mut path, &text);
                }
                part => path.push(part),
            }
        }
        check_segments_separated(&path)?;
        query.extend(self.query);
        Ok(Self { path, query })
    }

    /// Returns whether the template is a URL from the server, which has no common path and no common query.
    pub(crate) fn is_url(&self) -> bool {
        matches!(self.path.as_slice(), [PathPart::Url(_)])
    }

    /// The names of the placeholders, and their dots or styles.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let in_path = self.path.iter().filter_map(|part| match part {
            PathPart::Literal(_) => None,
            PathPart::Segment(name) | PathPart::Part(name) | PathPart::Url(name) => Some((name.as_str(), "")),
            PathPart::Segments(name) => Some((name.as_str(), "..")),
        });
        in_path.chain(self.query.iter().filter_map(QueryPart::placeholder))
    }
}

#[cfg(test)]
mod tests;
