//! Parses the query of a template.

use super::literal::encode_in_query;
use super::pair_error::mixed_pair;
use super::pieces::{Kind, Piece, split_pair, split_pieces};
use super::style_error::{StyleError, is_deep_object};
use super::{QueryPart, TemplateError};

pub(super) fn parse_query(query: &str) -> Result<Vec<QueryPart>, TemplateError> {
    if query.is_empty() {
        return Err(TemplateError::EmptyQuery);
    }
    if let Some((written, fix)) = empty_pair(query) {
        return Err(TemplateError::EmptyPair { written, fix });
    }
    query.split('&').map(parse_pair).collect()
}

//     ?&<limit>
//     ?<limit>&
//     ?sort=name&&<limit>
//
/// The first empty pair with the text beside it, and the same without it.
fn empty_pair(query: &str) -> Option<(String, String)> {
    if query.starts_with('&') {
        Some(("?&".to_owned(), "?".to_owned()))
    } else if query.contains("&&") {
        Some(("&&".to_owned(), "&".to_owned()))
    } else {
        let before = query.strip_suffix('&')?;
        let last = before.rsplit('&').next().unwrap_or(before);
        Some((format!("{last}&"), last.to_owned()))
    }
}

pub(super) fn parse_pair(pair: &str) -> Result<QueryPart, TemplateError> {
    let (key, value) = split_pair(pair);
    let key = split_pieces(key).map_err(|error| match error {
        TemplateError::Adjacent { .. } => mixed_pair(pair),
        error => error,
    })?;
    if key.is_empty() {
        return Err(TemplateError::PairWithoutKey { pair: pair.to_owned() });
    }
    match (key.as_slice(), value) {
        ([Piece::Placeholder { name, kind }], None) => keyed_by_name(name, *kind),
        ([Piece::Literal(_)], None) => encode_in_query(pair).map(QueryPart::Literal),
        ([Piece::Literal(key)], Some(value)) => parse_value(pair, key, value),
        ([Piece::Literal(start), Piece::Placeholder { name, kind }, end @ ..], _)
            if *kind == Kind::Several || start.ends_with('[') =>
        {
            match (bracketed(start), kind, end, value) {
                (Some(prefix), Kind::Several, [Piece::Literal("]")], None) => {
                    Ok(QueryPart::FieldsIn { prefix: encode_in_query(prefix)?, name: name.clone() })
                }
                _ => Err(fields_in_brackets(pair, start, name)),
            }
        }
        _ => Err(mixed_pair(pair)),
    }
}

/// `<name>`, `<name..>`, `<name:csv>`
fn keyed_by_name(name: &str, kind: Kind) -> Result<QueryPart, TemplateError> {
    let (key, name) = (encode_in_query(name)?, name.to_owned());
    Ok(match kind {
        Kind::Single => QueryPart::Pair { key, name },
        Kind::Several => QueryPart::Fields(name),
        Kind::Styled(style) => QueryPart::Styled { key, name, style },
    })
}

/// `key=value`, `key=<name>`, `key=<name:csv>`
fn parse_value(pair: &str, key: &str, value: &str) -> Result<QueryPart, TemplateError> {
    let mut pieces = split_pieces(value).map_err(|error| with_key(error, pair, key))?;
    let first = pieces.pop();
    match first {
        _ if !pieces.is_empty() => Err(mixed_pair(pair)),
        None | Some(Piece::Literal(_)) => {
            Ok(QueryPart::Literal(format!("{}={}", encode_in_query(key)?, encode_in_query(value)?)))
        }
        Some(Piece::Placeholder { name, kind }) => {
            let encoded = encode_in_query(key)?;
            match kind {
                Kind::Single => Ok(QueryPart::Pair { key: encoded, name }),
                Kind::Styled(style) => Ok(QueryPart::Styled { key: encoded, name, style }),
                Kind::Several => Err(TemplateError::FieldsWithKey { key: key.to_owned(), name }),
            }
        }
    }
}

//     ?f=<filter:deepObject>
//
fn with_key(error: TemplateError, pair: &str, key: &str) -> TemplateError {
    match error {
        TemplateError::Style(StyleError::Unknown { name, style }) if is_deep_object(&style) => {
            fields_in_brackets(pair, key, &name)
        }
        other => other,
    }
}

/// The prefix in front of an opening bracket: `a[b]` of `a[b][`.
fn bracketed(text: &str) -> Option<&str> {
    let prefix = text.strip_suffix('[')?;
    let is_balanced = prefix.matches('[').count() == prefix.matches(']').count();
    (!prefix.is_empty() && is_balanced).then_some(prefix)
}

//     ?filter[<filter>]
//     ?filter[<filter..>]=open
//     ?filter.<filter..>
//
fn fields_in_brackets(pair: &str, prefix: &str, name: &str) -> TemplateError {
    let written = pair.to_owned();
    let start = format!("{}[", prefix.trim_end_matches(['[', '{', '(', '.', '_', '-']));
    if bracketed(&start).is_some() {
        TemplateError::FieldsInBrackets { written, fix: format!("{start}<{name}..>]") }
    } else {
        TemplateError::MixedPair { pair: written }
    }
}
