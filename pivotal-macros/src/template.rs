//! Parses templates. It needs no tokens and no spans.

mod error;
mod name;
mod other_notation;
mod url;

pub(crate) use self::error::TemplateError;
use self::name::parse_placeholder;
pub(crate) use self::name::{invalid_name, is_identifier};
pub(crate) use self::other_notation::{Candidates, OtherNotation, contains_placeholder};
use self::url::parse_url;

/// `/customers/<id>/files/<path..>?<limit>&page_size=<size>&expand=owner&<filter..>`
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) path: Vec<PathPart>,
    pub(crate) query: Vec<QueryPart>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PathPart {
    /// Text that is sent as written, with its slashes.
    Literal(String),
    /// `<name>`: one segment or a part of it.
    Segment(String),
    /// `<name..>`: the rest of the path.
    Rest(String),
    /// `<name>` alone: a complete URL from the server.
    Url(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum QueryPart {
    /// `key=value` or `key`, sent as written.
    Literal(String),
    /// `<name>` or `key=<name>`.
    Pair { key: String, name: String },
    /// `<name..>`: a pair for each field.
    Fields(String),
}

impl QueryPart {
    /// The name of the pair; `None` for fields, which have their own.
    pub(crate) fn key(&self) -> Option<&str> {
        match self {
            Self::Literal(pair) => Some(pair.split_once('=').map_or(pair, |(key, _)| key)),
            Self::Pair { key, .. } => Some(key),
            Self::Fields(_) => None,
        }
    }

    /// The name of the placeholder, and its dots.
    pub(crate) fn placeholder(&self) -> Option<(&str, &'static str)> {
        match self {
            Self::Literal(_) => None,
            Self::Pair { name, .. } => Some((name, "")),
            Self::Fields(name) => Some((name, "..")),
        }
    }
}

impl Template {
    /// Reads a complete template.
    pub(crate) fn parse(template: &str) -> Result<Self, TemplateError> {
        Self::parse_untrimmed(template)
            .map_err(|error| if template.trim() == template { error } else { TemplateError::SpaceAround })
    }

    fn parse_untrimmed(template: &str) -> Result<Self, TemplateError> {
        if template.contains("://") {
            return Err(TemplateError::CompleteUrl);
        }
        if template.starts_with('<') {
            return parse_url(template);
        }
        if !template.starts_with('/') {
            return Err(TemplateError::MissingSlash { template: template.to_owned() });
        }
        let (path, query) = match template.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (template, None),
        };
        Ok(Self { path: parse_path(path, query.is_some())?, query: query.map_or(Ok(Vec::new()), parse_query)? })
    }
}

impl Template {
    /// Reads a template after a common path. It can be empty, a query alone, or continue the last segment of that path, as
    /// `.json`, `:cancel` and `(<id>)` do.
    pub(crate) fn parse_suffix(template: &str) -> Result<Self, TemplateError> {
        if let Some(query) = template.strip_prefix('?') {
            return Ok(Self { path: Vec::new(), query: parse_query(query)? });
        }
        if template.is_empty() {
            return Ok(Self::default());
        }
        if !template.starts_with(['.', ':', '(']) {
            return Self::parse(template);
        }
        let mut parsed = Self::parse(&format!("/{template}"))?;
        // Without the slash that it was read with.
        if let Some(PathPart::Literal(text)) = parsed.path.first_mut()
            && let Some(rest) = text.strip_prefix('/')
        {
            *text = rest.to_owned();
        }
        Ok(parsed)
    }

    /// Adds a path in front of the path, and pairs in front of the query.
    pub(crate) fn with_prefix(self, mut path: Vec<PathPart>, mut query: Vec<QueryPart>) -> Self {
        for part in self.path {
            match part {
                PathPart::Literal(text) => push_literal(&mut path, &text),
                part => path.push(part),
            }
        }
        query.extend(self.query);
        Self { path, query }
    }

    /// Returns whether the template is a URL from the server, which has no common path and no common query.
    pub(crate) fn is_url(&self) -> bool {
        matches!(self.path.as_slice(), [PathPart::Url(_)])
    }

    /// The names of the placeholders, and their dots.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let in_path = self.path.iter().filter_map(|part| match part {
            PathPart::Literal(_) => None,
            PathPart::Segment(name) | PathPart::Url(name) => Some((name.as_str(), "")),
            PathPart::Rest(name) => Some((name.as_str(), "..")),
        });
        in_path.chain(self.query.iter().filter_map(QueryPart::placeholder))
    }
}

fn parse_path(path: &str, has_query: bool) -> Result<Vec<PathPart>, TemplateError> {
    let mut parts = Vec::new();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        push_literal(&mut parts, "/");
        let is_last = segments.peek().is_none();
        if segment.is_empty() && !is_last {
            return Err(TemplateError::EmptySegment);
        }
        if matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..") {
            return Err(TemplateError::DotSegment { segment: segment.to_owned() });
        }
        let pieces = split_pieces(segment)?;
        let is_mixed = pieces.len() > 1;
        for piece in pieces {
            match piece {
                Piece::Literal(text) => push_literal(&mut parts, check_characters(text, has_query)?),
                Piece::Placeholder { name, rest: false } => parts.push(PathPart::Segment(name)),
                Piece::Placeholder { name, rest: true } if is_last && !is_mixed => parts.push(PathPart::Rest(name)),
                Piece::Placeholder { name, rest: true } => return Err(TemplateError::RestNotAlone { name }),
            }
        }
    }
    Ok(parts)
}

fn push_literal(parts: &mut Vec<PathPart>, text: &str) {
    match parts.last_mut() {
        Some(PathPart::Literal(literal)) => literal.push_str(text),
        _ => parts.push(PathPart::Literal(text.to_owned())),
    }
}

fn parse_query(query: &str) -> Result<Vec<QueryPart>, TemplateError> {
    query.split('&').map(parse_pair).collect()
}

fn parse_pair(pair: &str) -> Result<QueryPart, TemplateError> {
    let (key, value) = match pair.split_once('=') {
        Some((key, value)) => (key, Some(value)),
        None => (pair, None),
    };
    let mixed = || TemplateError::MixedPair { pair: pair.to_owned() };
    let mut key = split_pieces(key)?.into_iter();
    match (key.next(), key.next(), value) {
        (None, ..) => Err(TemplateError::EmptyPair),
        (Some(Piece::Placeholder { name, rest: true }), None, None) => Ok(QueryPart::Fields(name)),
        (Some(Piece::Placeholder { name, rest: false }), None, None) => {
            if name.is_ascii() {
                Ok(QueryPart::Pair { key: name.clone(), name })
            } else {
                Err(TemplateError::NonAsciiKey { name })
            }
        }
        (Some(Piece::Literal(_)), None, None) => Ok(QueryPart::Literal(check_characters(pair, true)?.to_owned())),
        (Some(Piece::Literal(key)), None, Some(value)) => {
            let mut value = split_pieces(value)?.into_iter();
            match (value.next(), value.next()) {
                (None | Some(Piece::Literal(_)), None) => {
                    Ok(QueryPart::Literal(check_characters(pair, true)?.to_owned()))
                }
                (Some(Piece::Placeholder { name, rest: false }), None) => {
                    Ok(QueryPart::Pair { key: check_characters(key, true)?.to_owned(), name })
                }
                (Some(Piece::Placeholder { name, rest: true }), None) => {
                    Err(TemplateError::FieldsWithKey { key: key.to_owned(), name })
                }
                _ => Err(mixed()),
            }
        }
        _ => Err(mixed()),
    }
}

enum Piece<'a> {
    Literal(&'a str),
    Placeholder { name: String, rest: bool },
}

/// Splits `a<b>c` into its pieces.
fn split_pieces(text: &str) -> Result<Vec<Piece<'_>>, TemplateError> {
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
            return Err(TemplateError::Unclosed { text: text.to_owned() });
        };
        pieces.push(parse_placeholder(name)?);
        rest = after;
    }
    if rest.contains('>') {
        return Err(TemplateError::Unopened { text: text.to_owned() });
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest));
    }
    Ok(pieces)
}

/// The valid characters of a query besides letters and digits (RFC 3986, section 3.4). `&` is missing, because it
/// separates pairs, and `'`, because the URL parsers of browsers and reqwest write it as `%27`. `&` would be valid in a
/// path, but is nearly always the start of a query. A path is split at `?` and `/` before this check.
const PUNCTUATION: &str = "-._~!$()*+,;=:@/?";

/// Checks that a text is valid in a path or a query without encoding.
fn check_characters(text: &str, has_query: bool) -> Result<&str, TemplateError> {
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            _ if c.is_ascii_alphanumeric() || PUNCTUATION.contains(c) => {}
            '%' if rest.as_str().get(..2).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit())) => {}
            '%' => return Err(TemplateError::IncompleteEscape),
            '#' => return Err(TemplateError::Fragment),
            '&' => return Err(TemplateError::AmpersandInPath { has_query }),
            '{' | '}' => return Err(TemplateError::Braces),
            _ => return Err(TemplateError::InvalidCharacter { character: c }),
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
