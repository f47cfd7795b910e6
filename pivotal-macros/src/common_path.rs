//! The common path of a trait.

use syn::LitStr;

use crate::template::{PathPart, QueryPart, Template, TemplateError};

/// `"/v2/accounts/<account>?api-version=2024-07-01"`
pub(crate) struct CommonPath {
    pub(crate) literal: LitStr,
    /// The path as written.
    path: String,
    /// The pairs of the query as written.
    pairs: Vec<String>,
    pub(crate) template: Template,
}

impl CommonPath {
    /// Reads a path in front of templates.
    pub(crate) fn parse(literal: &LitStr) -> Result<Self, String> {
        let text = literal.value();
        let template = match text.as_bytes().first() {
            // A URL from the server has no common path.
            Some(b'<') => Err(TemplateError::MissingSlash { template: text.clone() }),
            Some(b'?') => Template::parse_suffix(&text),
            _ => Template::parse(&text),
        };
        let template = template.map_err(|error| error.to_string())?;
        if let Some(PathPart::Rest(name)) = template.path.last() {
            return Err(format!(
                "`<{name}..>` takes the rest of the path; put it at the end of each template, and remove it here"
            ));
        }
        let (path, query) = text.split_once('?').map_or((text.as_str(), None), |(path, query)| (path, Some(query)));
        if let Some(before) = path.strip_suffix('/') {
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            return Err(match format!("{before}{query}") {
                fix if fix.is_empty() => "a template begins with its own `/`; remove this one".to_owned(),
                fix => format!("a template begins with its own `/`; write `{fix:?}`"),
            });
        }
        let pairs = query.map(|query| query.split('&').map(str::to_owned).collect()).unwrap_or_default();
        Ok(Self { literal: literal.clone(), path: path.to_owned(), pairs, template })
    }

    /// Returns whether a method with this template sends a pair of the common query. A pair of the same name replaces
    /// it, and a URL from the server has its own query.
    pub(crate) fn is_inherited(pair: &QueryPart, template: &Template) -> bool {
        !template.is_url() && pair.key().is_none_or(|key| !template.query.iter().any(|own| own.key() == Some(key)))
    }

    /// Puts this path in front of a method's template, unless that is a URL. Returns the text and its parts.
    pub(crate) fn join(&self, written: &str, template: Template) -> (String, Template) {
        if template.is_url() {
            return (written.to_owned(), template);
        }
        let (own_path, own_query) =
            written.split_once('?').map_or((written, None), |(path, query)| (path, Some(query)));
        let inherited = self.pairs.iter().zip(&self.template.query);
        let (mut pairs, parts): (Vec<_>, Vec<_>) = inherited
            .filter(|(_, part)| Self::is_inherited(part, &template))
            .map(|(pair, part)| (pair.as_str(), part.clone()))
            .unzip();
        pairs.extend(own_query);
        let mut text = format!("{}{own_path}", self.path);
        if !pairs.is_empty() {
            text.push('?');
            text.push_str(&pairs.join("&"));
        }
        (text, template.with_prefix(self.template.path.clone(), parts))
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;

    fn common_path(text: &str) -> Result<CommonPath, String> {
        CommonPath::parse(&LitStr::new(text, Span::call_site()))
    }

    #[test]
    fn common_path_precedes_template() {
        let cases = [
            ("/api", "/notes/<id>?<lang>", "/api/notes/<id>?<lang>"),
            ("/repos/<owner>", "", "/repos/<owner>"),
            ("/repos/<owner>", "?<sort>", "/repos/<owner>?<sort>"),
            ("/accounts/<account>", ".json?<sort>", "/accounts/<account>.json?<sort>"),
            ("/jobs/<id>", ":cancel", "/jobs/<id>:cancel"),
            ("/items", "(<id>)/parts", "/items(<id>)/parts"),
            ("/a?v=1", "/b", "/a/b?v=1"),
            ("/a?v=1&<key>", "/b?<c>", "/a/b?v=1&<key>&<c>"),
            ("?v=1", "/b", "/b?v=1"),
            // A pair of the method replaces one of the same name.
            ("/a?v=1&w=<w>", "/b?v=<v>", "/a/b?w=<w>&v=<v>"),
            ("/a?v=1", "?v=2&v=3", "/a?v=2&v=3"),
            ("/a?<v>", "?v", "/a?v"),
            ("/a?<filter..>", "?<filter>", "/a?<filter..>&<filter>"),
            // A URL from the server is complete.
            ("/a?v=1&<key>", "<url>", "<url>"),
        ];
        for (common, own, expected) in cases {
            let template = Template::parse_suffix(own).expect(own);
            let (text, joined) = common_path(common).expect(common).join(own, template);
            assert_eq!(text, expected);
            assert_eq!(joined, Template::parse(expected).expect(expected), "{expected}");
        }
    }

    #[test]
    fn invalid_common_path_is_rejected() {
        for text in [
            "",
            "<url>",
            "<url>/a",
            "<url..>",
            "/",
            "/api/",
            "/api/?v=1",
            "api",
            "/files/<path..>",
            "/a//b",
            "/a?",
            "https://h/a",
        ] {
            assert!(common_path(text).is_err(), "{text}");
        }
    }
}
