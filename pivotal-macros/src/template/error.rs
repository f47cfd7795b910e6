//! The errors of templates, and their fixes.

use std::fmt;

use super::name::is_identifier;
use super::pair_error::PairError;
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
    /// `/<id`
    Unclosed { text: String },
    /// `/id>`
    Unopened { text: String },
    /// `/<2nd>`
    InvalidName { name: String, candidate: Option<String> },
    /// `<id:int>`, `?<ids:comma>`
    Style(StyleError),
    /// `?`, `?a&&b`, `?=a`
    EmptyPair,
    /// `?filter=<filter..>`
    FieldsWithKey { key: String, name: String },
    /// `?filter[<filter>]`, `?filter.<filter..>`
    FieldsInBrackets { written: String, fix: String },
    /// `?sort=by_<key>`, `?<key>=1`
    MixedPair { pair: String },
    /// `?<limit>,<cursor>`
    Pair(PairError),
    /// `/a#b`
    Fragment,
    /// `/100%`
    IncompleteEscape,
    /// `/{id`
    Braces { character: char },
    /// `/customers\<id>`
    Backslash,
    /// `/customers&limit=<limit>`
    AmpersandInPath { has_query: bool },
    /// `/customers/<id> `
    SpaceAround,
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
            Self::MissingSlash { template } => {
                write!(f, "path `{template}` must start with `/`; write `\"/{template}\"`")
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
                write!(f, "`<{name}..>` fills complete segments; put it after a `/`")
            }
            Self::SegmentsTouch { first, second } => write!(
                f,
                "no text separates `<{first}..>` from `<{second}..>`; put some between them, or send both as one parameter"
            ),
            Self::Adjacent { text } => {
                write!(f, "the placeholders in `{text}` touch; put a separator between them")
            }
            Self::Unclosed { text } => {
                write!(f, "`<` in `{text}` is never closed; write `<name>`, or `%3C` for the character")
            }
            Self::Unopened { text } => {
                write!(f, "`>` in `{text}` closes nothing; write `<name>`, or `%3E` for the character")
            }
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
            Self::EmptyPair => f.write_str("the query has a pair without a key; remove the stray `?`, `&` or `=`"),
            Self::FieldsWithKey { key, name } => {
                let prefix = key.trim_end_matches("[]");
                write!(
                    f,
                    "`<{name}..>` has the keys of its fields; write it without a key, `{prefix}[<{name}..>]` to put them in \
                     brackets, or `{key}=<{name}>` for one value"
                )
            }
            Self::FieldsInBrackets { written, fix } => {
                write!(
                    f,
                    "fields with a prefix are written in brackets, with `..` and without a value; write `{fix}` for `{written}`"
                )
            }
            Self::MixedPair { pair } => {
                write!(
                    f,
                    "`{pair}` mixes text and placeholders; write `key=<name>`, and build the value in the parameter"
                )
            }
            Self::Pair(error) => error.fmt(f),
            Self::Fragment => f.write_str("`#` starts a fragment, which is never sent; remove it, or write `%23`"),
            Self::IncompleteEscape => {
                f.write_str("`%` must be followed by two hexadecimal digits; write `%25` for the character")
            }
            Self::Braces { character } => {
                let encoded = format!("%{:02X}", u32::from(*character));
                write!(
                    f,
                    "placeholders are written in angle brackets; write `<name>`, or `{encoded}` for the character"
                )
            }
            Self::Backslash => f.write_str("`\\` separates no segments; write `/`, or `%5C` for the character"),
            Self::AmpersandInPath { has_query: false } => {
                f.write_str("the query begins with `?`; write `?` for the first `&`, or `%26` for the character")
            }
            Self::AmpersandInPath { has_query: true } => {
                f.write_str("`&` is in front of the `?` that begins the query; move the pair after it, or write `%26`")
            }
            Self::SpaceAround => f.write_str("white space around the template is not part of a URL; remove it"),
            Self::ControlCharacter { character } => {
                write!(f, "`{}` is not allowed in a URL; remove it", character.escape_default())
            }
        }
    }
}

/// Returns whether a name is that of a field, such as `customer.id`.
fn is_field(name: &str) -> bool {
    name.contains('.') && name.split('.').all(is_identifier)
}
