//! The errors of templates, and their fixes.

use std::fmt;

use super::character::CharacterError;
use super::name::is_identifier;
use super::pair_error::PairError;
use super::pieces::{Kind, Piece, split_pair, split_pieces};
use super::style_error::StyleError;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TemplateError {
    /// `https://host`
    CompleteUrl,
    /// `https://host/path`, `host.example/path`, `<base_url>/path`
    Host { path: String },
    /// `customers/<id>`
    MissingSlash { template: String },
    /// `<url>/parts`, `<url>?<page>`
    UrlWithPath { name: String, path: Option<String> },
    /// `<url..>`
    UrlWithDots { name: String },
    /// `/customers//<id>`
    EmptySegment,
    /// `/customers/../<id>`
    DotSegment { segment: String },
    /// `/files/v<path..>`
    SegmentsAfterText { name: String },
    /// `/<parent..>/<name..>`
    SegmentsTouch { first: String, second: String },
    /// `/<a><b>`
    Adjacent { text: String },
    /// `/<id`, `/id>`, `/{id`, `/100%`
    Character(CharacterError),
    /// `/<2nd>`
    InvalidName { name: String, candidate: Option<String> },
    /// `<id:int>`, `?<ids:comma>`
    Style(StyleError),
    /// `?`
    EmptyQuery,
    /// `?a&&b`
    EmptyPair { written: String, fix: String },
    /// `?=a`
    PairWithoutKey { pair: String },
    /// `?filter=<filter..>`
    FieldsWithKey { key: String, name: String },
    /// `?filter[<filter>]`, `?filter.<filter..>`
    FieldsInBrackets { written: String, fix: String },
    /// `?sort=by_<key>`, `?<key>=1`
    MixedPair { pair: String },
    /// `?<limit>,<cursor>`
    Pair(PairError),
    /// `/a#b`
    Fragment { text: String },
    /// `/customers\<id>`
    Backslash,
    /// `/customers&limit=<limit>`
    AmpersandInPath { has_query: bool },
    /// `/customers/<id> `
    SpaceAround { template: String },
    /// A line break in the template.
    ControlCharacter { character: char },
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CompleteUrl => f.write_str(
                "the template is a complete URL; start it with the path, since the base URL belongs to the client",
            ),
            Self::Host { path } => write!(f, "the base URL belongs to the client; write `{path:?}`"),
            Self::MissingSlash { template } if template.is_empty() => f.write_str("the path is empty; write `\"/\"`"),
            Self::MissingSlash { template } => {
                write!(f, "path `{template}` must start with `/`; write `{:?}`", format!("/{template}"))
            }
            Self::UrlWithPath { path: Some(path), .. } => {
                write!(f, "a path begins with `/`, and a URL from the server has its own path; write `{path:?}`")
            }
            Self::UrlWithPath { name, path: None } => {
                write!(f, "a URL from the server has its own path; write `\"<{name}>\"`, or begin the path with `/`")
            }
            Self::UrlWithDots { name } => write!(
                f,
                "`<{name}..>` fills segments of a path; write `\"<{name}>\"` for a URL from the server, or `\"/<{name}..>\"` \
                 for a path"
            ),
            Self::EmptySegment => f.write_str("the path has an empty segment; write one `/` for `//`"),
            Self::DotSegment { segment } => {
                write!(f, "URLs resolve `{segment}`, so a path cannot contain it; write the resolved path")
            }
            Self::SegmentsAfterText { name } => {
                write!(f, "`<{name}..>` fills complete segments; write `/<{name}..>` for `<{name}..>`")
            }
            Self::SegmentsTouch { first, second } => write!(
                f,
                "no text separates `<{first}..>` from `<{second}..>`; put some between them, or send both as one parameter"
            ),
            Self::Adjacent { text } => {
                write!(f, "the placeholders in `{text}` touch; put a separator between them")
            }
            Self::Character(error) => error.fmt(f),
            Self::InvalidName { name, candidate: Some(parameter) } if is_field(name) => write!(
                f,
                "a placeholder is a parameter, not a field of one; add a parameter `{parameter}`, and write `<{parameter}>` for `<{name}>`"
            ),
            Self::InvalidName { name, candidate } => {
                write!(f, "`<{name}>` is not the name of a parameter; ")?;
                match candidate {
                    Some(candidate) => write!(f, "write `<{candidate}>`"),
                    None => f.write_str("write `<name>`, or `<name..>` for several segments or fields"),
                }
            }
            Self::Style(error) => error.fmt(f),
            Self::EmptyQuery => f.write_str("the query is empty; remove `?`"),
            Self::EmptyPair { written, fix } => write!(f, "the query has an empty pair; write `{fix}` for `{written}`"),
            Self::PairWithoutKey { pair } => match pair.trim_start_matches('=') {
                "" => f.write_str("a pair of the query has a key; remove `=`"),
                fix => write!(f, "a pair of the query has a key; write `{fix}` for `{pair}`"),
            },
            Self::FieldsWithKey { key, name } => {
                let prefix = key.trim_end_matches("[]");
                write!(
                    f,
                    "`<{name}..>` has the keys of its fields; write `<{name}..>` for `{key}=<{name}..>`, \
                     `{prefix}[<{name}..>]` to put them in brackets, or `{key}=<{name}>` for one value"
                )
            }
            Self::FieldsInBrackets { written, fix } => {
                write!(
                    f,
                    "fields with a prefix are written in brackets, with `..` and without a value; write `{fix}` for `{written}`"
                )
            }
            Self::MixedPair { pair } => {
                write!(f, "`{pair}` mixes text and placeholders; write ")?;
                match complete_value(pair) {
                    Some(fix) => write!(f, "`{fix}` for `{pair}`, and build the value in the parameter"),
                    None => f.write_str("`key=<name>`, and build the value in the parameter"),
                }
            }
            Self::Pair(error) => error.fmt(f),
            Self::Fragment { text } => {
                write!(f, "`#` starts a fragment, which is never sent; remove `{text}`, or write `%23` for `#`")
            }
            Self::Backslash => f.write_str("`\\` separates no segments; write `/`, or `%5C` for the character"),
            Self::AmpersandInPath { has_query: false } => {
                f.write_str("the query begins with `?`; write `?` for the first `&`, or `%26` for the character")
            }
            Self::AmpersandInPath { has_query: true } => {
                f.write_str("`&` is in front of the `?` that begins the query; move the pair after it, or write `%26`")
            }
            Self::SpaceAround { template } => {
                write!(f, "white space around the template is not part of a URL; write `{:?}`", template.trim())
            }
            Self::ControlCharacter { character } => {
                write!(f, "`{}` is not allowed in a URL; remove it", character.escape_default())
            }
        }
    }
}

/// The pair with its only placeholder as the complete value: `sort=<key>` of `sort=by_<key>`.
fn complete_value(pair: &str) -> Option<String> {
    let (key, value) = split_pair(pair);
    let pieces = split_pieces(value?).ok()?;
    let mut names = pieces.into_iter().filter_map(|piece| match piece {
        Piece::Placeholder { name, kind: Kind::Single } => Some(name),
        _ => None,
    });
    let name = names.next().filter(|_| !key.contains('<'))?;
    names.next().is_none().then(|| format!("{key}=<{name}>"))
}

/// Returns whether a name is that of a field, such as `customer.id`.
fn is_field(name: &str) -> bool {
    name.contains('.') && name.split('.').all(is_identifier)
}
