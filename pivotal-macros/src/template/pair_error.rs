//! The errors of pairs in a query that mix text and placeholders.

use std::fmt;

use super::TemplateError;
use super::pieces::{Piece, split_pair, split_pieces};
use super::query::parse_pair;

/// A pair with its fix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PairError {
    wrong: &'static str,
    fix: String,
    written: String,
}

impl fmt::Display for PairError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; write `{}` for `{}`", self.wrong, self.fix, self.written)
    }
}

/// The error for a pair that is neither text nor a placeholder.
pub(super) fn mixed_pair(pair: &str) -> TemplateError {
    let intended = second_query(pair).or_else(|| space(pair)).or_else(|| slash(pair)).or_else(|| list(pair));
    match intended.or_else(|| value(pair)) {
        Some(error) => TemplateError::Pair(error),
        None => TemplateError::MixedPair { pair: pair.to_owned() },
    }
}

//     ?<limit>?<cursor>
//
fn second_query(pair: &str) -> Option<PairError> {
    let (first, second) = pair.split_once('?')?;
    let is_pair = |pair: &str| !pair.is_empty() && parse_pair(pair).is_ok();
    let wrong = "the query begins once, and its pairs are separated by `&`";
    let is_valid = is_pair(first) && is_pair(second);
    is_valid.then(|| PairError { wrong, fix: format!("&{second}"), written: format!("?{second}") })
}

//     ?<limit> & <cursor>
//
fn space(pair: &str) -> Option<PairError> {
    let fix = pair.trim();
    let is_valid = fix != pair && fix.contains('<') && parse_pair(fix).is_ok();
    let wrong = "white space around a pair is not part of it";
    is_valid.then(|| PairError { wrong, fix: fix.to_owned(), written: pair.to_owned() })
}

//     ?/<id>
//
fn slash(pair: &str) -> Option<PairError> {
    let fix = pair.trim_matches('/');
    let is_valid = fix != pair && fix.contains('<') && parse_pair(fix).is_ok();
    let wrong = "`/` separates segments of the path, not pairs of the query";
    is_valid.then(|| PairError { wrong, fix: fix.to_owned(), written: pair.to_owned() })
}

//     ?<limit>,<cursor>
//     ?<limit><cursor>
//
fn list(pair: &str) -> Option<PairError> {
    let mut pairs = Vec::new();
    let mut rest = pair;
    while let Some(from_name) = rest.strip_prefix('<') {
        let (name, after) = from_name.split_once('>')?;
        let placeholder = format!("<{name}>");
        parse_pair(&placeholder).ok()?;
        pairs.push(placeholder);
        rest = after.trim_start_matches([',', ';', '|', ' ']);
    }
    let is_list = rest.is_empty() && pairs.len() > 1;
    is_list.then(|| PairError {
        wrong: "the pairs of a query are separated by `&`",
        fix: pairs.join("&"),
        written: pair.to_owned(),
    })
}

//     ?limit==<limit>
//     ?name="<name>"
//
fn value(pair: &str) -> Option<PairError> {
    let (key, value) = split_pair(pair);
    let placeholder = value?.trim_start_matches('=').trim_matches(['"', '\'']);
    let is_alone = matches!(split_pieces(placeholder).ok()?.as_slice(), [Piece::Placeholder { .. }]);
    let fix = format!("{key}={placeholder}");
    let is_valid = is_alone && fix != pair && parse_pair(&fix).is_ok();
    is_valid.then(|| PairError {
        wrong: "a placeholder is the complete value of its pair",
        fix,
        written: pair.to_owned(),
    })
}
