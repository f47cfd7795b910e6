//! Where the server is.

use std::net::IpAddr;

use reqwest::Url;

use crate::Error;

/// A checked base URL: scheme, authority and a path prefix, without a slash at its end.
#[derive(Debug, Clone)]
pub(crate) struct BaseUrl {
    text: String,
    path_at: usize,
}

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let url = Url::parse(text.trim()).map_err(|error| {
            Error::config(format!("the base URL is not a URL: {error}; write it like `https://host`"))
        })?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(Error::config("the base URL must start with `https://` or `http://`"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::config(
                "the base URL holds a user name or password; remove it, the API key says who calls",
            ));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(Error::config("the base URL has a query or a fragment; end it before `?` and `#`"));
        }
        let path_at = url.as_str().len() - url.path().len();
        let text = url.as_str().trim_end_matches('/').to_owned();
        Ok(Self { path_at: path_at.min(text.len()), text })
    }

    /// Whether what is sent can be read on the way.
    pub(crate) fn is_clear_text(&self) -> bool {
        self.text.starts_with("http:")
    }

    /// Whether the server is on this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        let url = Url::parse(&self.text).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default().trim_matches(['[', ']']);
        host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The URL of a path and query that starts with `/` and was made of this template.
    ///
    /// The documentation gives the base URL once with `/api/v1` and once without it (Pivotal API, Basics
    /// and the OpenAPI document), while every path starts with it. So segments that end the base URL and
    /// start the template as well are written once. Only what the template spells out counts: a value
    /// must not decide where its request goes.
    pub(crate) fn join(&self, template: &str, path_and_query: &str) -> Result<Url, Error> {
        let prefix = self.text.get(self.path_at..).unwrap_or_default();
        let twice = overlap(prefix, spelled_out(template));
        let base = self.text.get(..self.text.len() - twice).unwrap_or_default();
        let mut joined = String::with_capacity(base.len() + path_and_query.len());
        joined.push_str(base);
        joined.push_str(path_and_query);
        Url::parse(&joined).map_err(|error| Error::config(format!("base URL and path make no URL: {error}")))
    }
}

/// The segments of a template before the first placeholder.
fn spelled_out(template: &str) -> &str {
    let path = template.split('?').next().unwrap_or_default();
    match path.split_once('<') {
        Some((before, _)) => before.rsplit_once('/').map_or("", |(segments, _)| segments),
        None => path,
    }
}

/// The length of the longest end of `prefix`, in whole segments, that `path` starts with.
fn overlap(prefix: &str, path: &str) -> usize {
    let ends = prefix.match_indices('/').filter_map(|(at, _)| prefix.get(at..));
    let mut starts =
        ends.filter(|end| path.strip_prefix(end).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    starts.next().map_or(0, str::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_put_behind_the_base() {
        let cases = [
            ("https://h", "/a?b=c", "https://h/a?b=c"),
            ("https://h/", "/a", "https://h/a"),
            (" HTTPS://H:443 ", "/a", "https://h/a"),
            ("http://h:8080/p", "/a", "http://h:8080/p/a"),
            ("http://h/p/q/", "/a", "http://h/p/q/a"),
            ("https://h/api/v1", "/api/v1/me", "https://h/api/v1/me"),
            ("https://h/p/api/v1/", "/api/v1?x=y", "https://h/p/api/v1?x=y"),
            ("https://h/v1", "/v10/me", "https://h/v1/v10/me"),
            ("https://h/xapi", "/api/me", "https://h/xapi/api/me"),
            ("https://h", "/", "https://h/"),
            ("https://h/v1", "/v1<id>", "https://h/v1/v1%3Cid%3E"),
        ];
        for (base, path, expected) in cases {
            let url = BaseUrl::parse(base).and_then(|base| base.join(path, path)).expect(base);
            assert_eq!(url.as_str(), expected, "{base} and {path}");
        }
    }

    #[test]
    fn a_value_does_not_overlap() {
        let base = BaseUrl::parse("https://h/tenants/42").expect("a base URL");
        assert_eq!(base.join("/<tenant>", "/42").expect("a URL").as_str(), "https://h/tenants/42/42");
        assert_eq!(base.join("/42/<tenant>", "/42/7").expect("a URL").as_str(), "https://h/tenants/42/7");
    }

    #[test]
    fn what_is_no_base_is_refused() {
        let cases = [
            ("my.pivotal.app", "not a URL"),
            ("ftp://h", "must start with"),
            ("https://user:secret@h", "user name or password"),
            ("https://h?q", "query or a fragment"),
            ("https://h/#f", "query or a fragment"),
            ("", "not a URL"),
        ];
        for (base, expected) in cases {
            let message = BaseUrl::parse(base).expect_err(base).to_string();
            assert!(message.contains(expected) && !message.contains("secret"), "{base}: {message}");
        }
    }
}
