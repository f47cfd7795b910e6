//! The styles of values in a query: `?<ids:csv>`.

use super::super::suggest::nearest;

/// The format of a value that is one pair. Lists and objects are several pairs without a style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Values with commas between them.
    Csv,
    /// Values with spaces between them: `spaceDelimited` of OpenAPI.
    Ssv,
    /// Values with `|` between them: `pipeDelimited` of OpenAPI.
    Pipes,
    /// JSON text.
    Json,
}

impl Style {
    const ALL: [Self; 4] = [Self::Csv, Self::Ssv, Self::Pipes, Self::Json];

    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.word() == word)
    }

    /// `csv`
    pub(super) fn word(self) -> &'static str {
        self.suffix().trim_start_matches(':')
    }

    /// The style after the name in a placeholder: `:csv`.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::Csv => ":csv",
            Self::Ssv => ":ssv",
            Self::Pipes => ":pipes",
            Self::Json => ":json",
        }
    }

    /// The text between the values, as a query contains it; `None` for JSON.
    pub(crate) fn separator(self) -> Option<&'static str> {
        match self {
            Self::Csv => Some(","),
            Self::Ssv => Some("%20"),
            Self::Pipes => Some("%7C"),
            Self::Json => None,
        }
    }

    /// All styles, for messages.
    pub(super) fn list() -> String {
        format!("`{}`", Self::ALL.map(Self::word).join("`, `"))
    }

    /// Returns whether a text contains `<name:csv>`, or the same with another style.
    pub(super) fn is_in(text: &str, name: &str) -> bool {
        Self::ALL.iter().any(|style| text.contains(&format!("<{name}{}>", style.suffix())))
    }
}

/// The intended placeholder for an unknown style: a word of OpenAPI or of another library, or a misspelled style.
pub(super) fn intended(name: &str, style: &str) -> Option<String> {
    let word: String = style.to_ascii_lowercase().replace(['_', '-', ' '], "");
    let style = match word.as_str() {
        "," | "comma" | "commas" | "commaseparated" | "commadelimited" | "join" | "joined" | "explode=false" => {
            Style::Csv
        }
        "%20" | "space" | "spaces" | "spaceseparated" | "spacedelimited" => Style::Ssv,
        "|" | "pipe" | "pipeseparated" | "pipedelimited" | "psv" | "bar" | "bars" => Style::Pipes,
        "application/json" | "serialized" | "stringify" => Style::Json,
        "explode" | "explode=true" | "multi" | "repeat" | "repeated" => return Some(format!("<{name}>")),
        "deep" | "deepobject" | "brackets" => return Some(format!("{name}[<{name}..>]")),
        "tsv" => return None,
        _ => nearest(&word, Style::ALL.map(Style::word)).and_then(Style::parse)?,
    };
    Some(format!("<{name}{}>", style.suffix()))
}
