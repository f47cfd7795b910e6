//! The common path of a trait.

use syn::LitStr;

use crate::template::{QueryPart, Template, TemplateError};

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
        let (path, query) = text.split_once('?').map_or((text.as_str(), None), |(path, query)| (path, Some(query)));
        if let Some(before) = path.strip_suffix('/') {
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            return Err(match format!("{before}{query}") {
                fix if fix.is_empty() => "a template begins with its own `/`; remove this path".to_owned(),
                fix => format!("a template begins with its own `/`; write `{fix:?}`"),
            });
        }
        let pairs = query.map(|query| query.split('&').map(str::to_owned).collect()).unwrap_or_default();
        Ok(Self { literal: literal.clone(), path: path.to_owned(), pairs, template })
    }

    /// Returns whether a method with this template sends a pair of the common query. A pair of the same name replaces
    /// it, and a URL from the server has its own query.
    fn is_inherited(pair: &QueryPart, template: &Template) -> bool {
        !template.is_url() && pair.key().is_none_or(|key| !template.query.iter().any(|own| own.key() == Some(key)))
    }

    /// Returns whether a method with this template sends the parameter of a placeholder in the common path or query.
    pub(crate) fn sends(&self, name: &str, template: &Template) -> bool {
        let is_named = |placeholder: Option<(&str, &str)>| placeholder.is_some_and(|(found, _)| found == name);
        let all = self.template.placeholders().filter(|placeholder| is_named(Some(*placeholder))).count();
        let pairs: Vec<_> = self.template.query.iter().filter(|pair| is_named(pair.placeholder())).collect();
        let is_in_path = all > pairs.len() && !template.is_url();
        is_in_path || pairs.into_iter().any(|pair| Self::is_inherited(pair, template))
    }

    /// Puts this path in front of a method's template, unless that is a URL. Returns the text and its parts.
    pub(crate) fn join(&self, written: &str, template: Template) -> (String, Result<Template, TemplateError>) {
        if template.is_url() {
            return (written.to_owned(), Ok(template));
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
            ("/v2/<name..>", "/manifests/<reference>", "/v2/<name..>/manifests/<reference>"),
            ("/v1/<name..>", ":cancel", "/v1/<name..>:cancel"),
            ("/v2/<name..>", "", "/v2/<name..>"),
            ("/v<major>", ".<minor>", "/v<major>.<minor>"),
            ("/a b?c[]=<d>", "/é?<e:csv>", "/a b/é?c[]=<d>&<e:csv>"),
            ("?c[]=1&c[d]=1", "/a?c%5B%5D=<d>", "/a?c[d]=1&c%5B%5D=<d>"),
            ("/a?<filter:json>", "?filter=<f>", "/a?filter=<f>"),
            ("/a?f[<filter..>]", "?f=<f>", "/a?f[<filter..>]&f=<f>"),
            // A URL from the server is complete.
            ("/a?v=1&<key>", "<url>", "<url>"),
        ];
        for (common, own, expected) in cases {
            let template = Template::parse_suffix(own).expect(own);
            let (text, joined) = common_path(common).expect(common).join(own, template);
            assert_eq!(text, expected);
            assert_eq!(joined, Template::parse(expected), "{expected}");
        }
    }

    #[test]
    fn several_segments_are_separated_by_text() {
        let template = Template::parse_suffix("/<b..>").expect("it is valid alone");
        let (_, joined) = common_path("/v1/<a..>").expect("it is valid alone").join("/<b..>", template);
        assert_eq!(joined, Err(TemplateError::SegmentsTouch { first: "a".into(), second: "b".into() }));
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
            "/a//b",
            "/api ",
            "/a?",
            "https://h/a",
        ] {
            assert!(common_path(text).is_err(), "{text}");
        }
    }
}
