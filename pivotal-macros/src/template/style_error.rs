//! The errors of text after a colon in a placeholder: a type, or an invalid style.

use std::fmt;

use super::super::suggest::nearest;
use super::{Style, TemplateError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StyleError {
    /// `<int:id>`, `<id:int>`
    Type { written: String, fix: String },
    /// `?<csv:ids>`
    First { name: String, style: Style },
    /// `?<ids:comma>`
    Unknown { name: String, style: String },
    /// `/<ids:csv>`
    InPath { written: String, name: String },
}

impl StyleError {
    /// The error for a style in a path.
    pub(super) fn in_path(name: String, style: &str) -> TemplateError {
        TemplateError::Style(Self::InPath { written: format!("<{name}:{style}>"), name })
    }
}

impl TemplateError {
    /// The error for the same placeholder in a path, where no style is allowed.
    pub(super) fn in_path(self) -> Self {
        match self {
            Self::Style(StyleError::Unknown { name, style }) => StyleError::in_path(name, &style),
            Self::Style(StyleError::First { name, style }) => {
                Self::Style(StyleError::InPath { written: format!("<{}:{name}>", style.word()), name })
            }
            other => other,
        }
    }
}

impl fmt::Display for StyleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type { written, fix } => write!(f, "a placeholder has no type; write `{fix}` for `{written}`"),
            Self::First { name, style } => {
                let (word, suffix) = (style.word(), style.suffix());
                write!(f, "the style follows the name; write `<{name}{suffix}>` for `<{word}:{name}>`")
            }
            Self::Unknown { name, style } => {
                let list = Style::ALL.map(Style::word).join("`, `");
                match intended(name, style) {
                    Some(fix) => write!(
                        f,
                        "unknown style `{style}`; write `{fix}` for `<{name}:{style}>`, or use another of `{list}`"
                    ),
                    None => write!(f, "unknown style `{style}`; expected one of `{list}`"),
                }
            }
            Self::InPath { written, name } => {
                write!(f, "a style is for a pair of the query, as in `?<ids:csv>`; write `<{name}>` for `{written}`")
            }
        }
    }
}

/// Returns whether an unknown style is that of fields in brackets.
pub(super) fn is_deep_object(style: &str) -> bool {
    matches!(normalized(style).as_str(), "deep" | "deepobject" | "brackets")
}

fn normalized(style: &str) -> String {
    style.to_ascii_lowercase().replace(['_', '-', ' '], "")
}

/// The intended placeholder for an unknown style: a word of OpenAPI or of another library, or a misspelled style.
pub(super) fn intended(name: &str, style: &str) -> Option<String> {
    if is_deep_object(style) {
        return Some(format!("{name}[<{name}..>]"));
    }
    let word = normalized(style);
    let style = match word.as_str() {
        "," | "comma" | "commas" | "commaseparated" | "commadelimited" | "join" | "joined" | "explode=false" => {
            Style::Csv
        }
        "%20" | "space" | "spaces" | "spaceseparated" | "spacedelimited" => Style::Ssv,
        "|" | "pipe" | "pipeseparated" | "pipedelimited" | "psv" | "bar" | "bars" => Style::Pipes,
        "application/json" | "serialized" | "stringify" => Style::Json,
        "explode" | "explode=true" | "multi" | "repeat" | "repeated" => return Some(format!("<{name}>")),
        "tsv" => return None,
        _ => nearest(&word, Style::ALL.map(Style::word)).and_then(Style::parse)?,
    };
    Some(format!("<{name}{}>", style.suffix()))
}
