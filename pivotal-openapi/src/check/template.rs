//! Templates of declarations, such as `/notes/<id>?<tags:csv>`.

/// The character that replaces each placeholder of a path.
pub(super) const PLACEHOLDER: &str = "{}";

/// The template of a declaration.
#[derive(Debug, Clone)]
pub(super) struct Template {
    /// The path as declared.
    pub(super) path: String,
    pub(super) query: Vec<QueryPart>,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum QueryPart {
    /// `key=value`
    Fixed(String),
    /// `<name>`, `key=<name>`, `<name:csv>`
    Pair { key: String, style: PairStyle },
    /// `<name..>`
    Fields,
    /// `prefix[<name..>]`
    FieldsIn(String),
}

/// The style of the value of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PairStyle {
    /// A list repeats the pair.
    Repeated,
    Commas,
    Spaces,
    Pipes,
    Json,
}

impl PairStyle {
    /// The placeholder in messages.
    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Repeated => "<name>",
            Self::Commas => "<name:csv>",
            Self::Spaces => "<name:ssv>",
            Self::Pipes => "<name:pipes>",
            Self::Json => "<name:json>",
        }
    }
}

impl Template {
    pub(super) fn parse(text: &str) -> Self {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parts = query.split('&').filter(|part| !part.is_empty()).map(QueryPart::parse);
        Self { path: path.to_owned(), query: parts.collect() }
    }

    /// Returns whether the request goes to a URL from the server.
    pub(super) fn is_url(&self) -> bool {
        self.path.starts_with('<')
    }

    /// The path with [`PLACEHOLDER`] for each placeholder.
    pub(super) fn pattern(&self) -> String {
        pattern(&self.path, ['<', '>'])
    }
}

/// Returns a path with [`PLACEHOLDER`] for each placeholder in these brackets.
pub(super) fn pattern(path: &str, brackets: [char; 2]) -> String {
    let pieces = path.split(brackets).enumerate();
    pieces.map(|(index, piece)| if index % 2 == 0 { piece } else { PLACEHOLDER }).collect()
}

impl QueryPart {
    fn parse(part: &str) -> Self {
        let Some((before, rest)) = part.split_once('<') else {
            return Self::Fixed(part.split('=').next().unwrap_or_default().to_owned());
        };
        let placeholder = rest.split('>').next().unwrap_or_default();
        if placeholder.ends_with("..") {
            return match before.strip_suffix('[') {
                Some(prefix) => Self::FieldsIn(prefix.to_owned()),
                None => Self::Fields,
            };
        }
        let (name, style) = placeholder.split_once(':').unwrap_or((placeholder, ""));
        let style = match style {
            "csv" => PairStyle::Commas,
            "ssv" => PairStyle::Spaces,
            "pipes" => PairStyle::Pipes,
            "json" => PairStyle::Json,
            _ => PairStyle::Repeated,
        };
        Self::Pair { key: before.strip_suffix('=').unwrap_or(name).to_owned(), style }
    }

    /// The key; `None` if the keys are the fields of a value.
    pub(super) fn key(&self) -> Option<&str> {
        match self {
            Self::Fixed(key) | Self::Pair { key, .. } => Some(key),
            Self::Fields | Self::FieldsIn(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_have_a_pattern_and_keys() {
        let template = Template::parse("/v<major>/notes/<id>:copy?<tags:csv>&page[size]=<n>&<f..>&filter[<g..>]&x=1");
        assert_eq!(template.pattern(), "/v{}/notes/{}:copy");
        let pair = |key: &str, style| QueryPart::Pair { key: key.to_owned(), style };
        let expected = [
            pair("tags", PairStyle::Commas),
            pair("page[size]", PairStyle::Repeated),
            QueryPart::Fields,
            QueryPart::FieldsIn("filter".to_owned()),
            QueryPart::Fixed("x".to_owned()),
        ];
        assert_eq!(template.query, expected);
    }
}
