//! Where the server is.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;

use http::uri::{self, Authority, PathAndQuery, Scheme, Uri};
use reqwest::Url;

use crate::{Error, ErrorKind};

/// A checked base URL: scheme, authority and a path prefix, without a slash at its end.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    url: Url,
    text: String,
    scheme: Scheme,
    authority: Authority,
    path_at: usize,
}

/// The target URI of a request (RFC 9110, section 7.1), in the form in which an HTTP client takes it.
pub(crate) struct Target<'a> {
    base: &'a BaseUrl,
    path_and_query: Cow<'a, str>,
}

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let url = Url::parse(text.trim()).map_err(|error| {
            Error::config(format!("the base URL is not a URL: {error}; write it like `https://host`"))
        })?;
        let scheme = match url.scheme() {
            "https" => Scheme::HTTPS,
            "http" => Scheme::HTTP,
            _ => return Err(Error::config("the base URL must start with `https://` or `http://`")),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::config(
                "the base URL contains a user name or password; remove it, and give the client credentials",
            ));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(Error::config("the base URL has a query or a fragment; end it before `?` and `#`"));
        }
        let authority = Authority::try_from(url.authority())
            .map_err(|_| Error::config("the base URL has a host or a port that HTTP cannot carry"))?;
        let path_at = url.as_str().len() - url.path().len();
        let text = url.as_str().trim_end_matches('/').to_owned();
        Ok(Self { path_at: path_at.min(text.len()), url, text, scheme, authority })
    }

    /// Returns whether what is sent can be read on the way.
    pub(crate) fn is_clear_text(&self) -> bool {
        self.scheme == Scheme::HTTP
    }

    /// Returns whether the server is on this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        let host = self.url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Scheme and authority, without the default port.
    pub(crate) fn origin(&self) -> &str {
        self.text.get(..self.path_at).unwrap_or_default()
    }

    /// The path, if it is more than `/`.
    pub(crate) fn path(&self) -> Option<&str> {
        self.text.get(self.path_at..).filter(|path| !path.is_empty())
    }

    /// Where a path and query is that starts with `/` and was made of this template.
    ///
    /// Some APIs write their base URL with a path that their templates start with, too. So segments that end the base URL and
    /// start the template as well are written once. Only what the template spells out counts: a value
    /// must not decide where its request goes.
    pub(crate) fn join<'a>(&'a self, template: &str, path_and_query: &'a str) -> Target<'a> {
        let prefix = match self.text.get(self.path_at..).unwrap_or_default() {
            "" => "",
            prefix => prefix.get(..prefix.len() - overlap(prefix, spelled_out(template))).unwrap_or_default(),
        };
        let path_and_query =
            if prefix.is_empty() { path_and_query.into() } else { (prefix.to_owned() + path_and_query).into() };
        Target { base: self, path_and_query }
    }
}

/// Prints the origin. The path may contain a token.
impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin(), if self.path().is_some() { "/…" } else { "" })
    }
}

impl BaseUrl {
    /// What is behind the scheme and the authority, if a URL begins with those.
    fn path_of<'u>(&self, url: &'u Url) -> Option<&'u str> {
        url.as_str().strip_prefix(self.text.get(..self.path_at)?)
    }
}

impl Target<'_> {
    /// As a URL. Only the path and query are parsed, the rest is the base URL's, and stays so.
    pub(crate) fn url(&self) -> Result<Url, Error> {
        let url = Url::options().base_url(Some(&self.base.url)).parse(&self.path_and_query).ok();
        url.filter(|url| self.base.path_of(url).is_some_and(|path| path.starts_with('/'))).ok_or_else(uncarried)
    }

    /// Returns whether a URL is this one, however it is written.
    pub(crate) fn is(&self, url: &Url) -> bool {
        self.base.path_of(url).is_some_and(|path| path == self.path_and_query)
            || self.url().is_ok_and(|own| own == *url)
    }

    /// The host, with the port if the URL has one.
    pub(crate) fn host(&self) -> &str {
        self.base.authority.as_str()
    }

    pub(crate) fn path_and_query(&self) -> &str {
        &self.path_and_query
    }

    pub(crate) fn path_and_query_mut(&mut self) -> &mut String {
        self.path_and_query.to_mut()
    }

    /// As a URI in absolute form.
    pub(crate) fn uri(&self) -> Result<Uri, Error> {
        let mut parts = uri::Parts::default();
        parts.scheme = Some(self.base.scheme.clone());
        parts.authority = Some(self.base.authority.clone());
        let made = PathAndQuery::try_from(&*self.path_and_query).ok().and_then(|path_and_query| {
            parts.path_and_query = Some(path_and_query);
            Uri::from_parts(parts).ok()
        });
        made.ok_or_else(uncarried)
    }
}

#[cold]
fn uncarried() -> Error {
    Error::new(ErrorKind::Request, "makes a URL that HTTP cannot carry")
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
            ("https://h/v1", "/v1-<id>", "https://h/v1/v1-7"),
        ];
        for (base, template, expected) in cases {
            let base = BaseUrl::parse(base).expect(base);
            let path = template.replace("<id>", "7");
            let target = base.join(template, &path);
            assert_eq!(target.url().expect(template).as_str(), expected, "{base:?} and {template}");
            assert_eq!(target.uri().expect(template), expected, "{base:?} and {template}");
        }
    }

    #[test]
    fn a_value_does_not_overlap() {
        let base = BaseUrl::parse("https://h/tenants/42").expect("a base URL");
        assert_eq!(base.join("/<tenant>", "/42").url().expect("a URL").as_str(), "https://h/tenants/42/42");
        assert_eq!(base.join("/42/<tenant>", "/42/7").url().expect("a URL").as_str(), "https://h/tenants/42/7");
    }

    #[test]
    fn a_path_stays_at_the_base() {
        for base in ["https://h", "https://h:844"] {
            let base = BaseUrl::parse(base).expect(base);
            for path in
                ["//evil", "/\\evil", "/\t/evil", "//h.evil", "//h:8443", "//h@evil", "https://evil", "http://h"]
            {
                assert!(base.join(path, path).url().is_err(), "{base:?} {path}");
            }
        }
    }

    #[test]
    fn what_is_no_base_is_refused() {
        let cases = [
            ("api.example.com", "not a URL"),
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
