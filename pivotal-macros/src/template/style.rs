//! The styles of values in a query: `?<ids:csv>`.

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
    pub(super) const ALL: [Self; 4] = [Self::Csv, Self::Ssv, Self::Pipes, Self::Json];

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

    /// Returns whether a text contains `<name:csv>`, or the same with another style.
    pub(super) fn is_in(text: &str, name: &str) -> bool {
        Self::ALL.iter().any(|style| text.contains(&format!("<{name}{}>", style.suffix())))
    }
}
