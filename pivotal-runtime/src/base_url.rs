//! The base URL of a client, and the target of a request.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;

use http::header::{HOST, HeaderMap, HeaderValue};
use http::uri::{self, Authority, PathAndQuery, Scheme, Uri};
use reqwest::Url;

use crate::request::path_and_query;
use crate::{Body, Endpoint, Error, ErrorKind};

/// A checked base URL: scheme, authority and a path prefix, without a slash at its end.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    url: Url,
    text: String,
    scheme: Scheme,
    is_clear_text: bool,
    authority: Authority,
    path_at: usize,
}

/// The target URI of a request (RFC 9110, section 7.1).
///
/// [`HttpClient::execute_at`](crate::HttpClient::execute_at) receives it. `Debug` prints the origin alone, since the path and
/// query can contain secrets.
pub struct Target<'a> {
    base: &'a BaseUrl,
    path_and_query: Cow<'a, str>,
    endpoint: &'static Endpoint,
}

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        if text.contains(char::is_control) {
            // The parser would remove some of them, also within the host.
            return Err(Error::config("the base URL contains a line break or another control character; remove it"));
        }
        let url = Url::parse(text).map_err(|error| {
            Error::config(format!("the base URL is not a URL: {error}; write it like `https://host`"))
        })?;
        let is_clear_text = url.scheme() == "http";
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
        // Slashes at the end are ignored.
        if url.path().trim_end_matches('/').contains("//") {
            return Err(Error::config("the path of the base URL has an empty segment; write one `/` for `//`"));
        }
        let authority = Authority::try_from(url.authority())
            .map_err(|_| Error::config("the base URL has a host or a port that HTTP cannot carry"))?;
        let path_at = url.as_str().len() - url.path().len();
        let text = url.as_str().trim_end_matches('/').to_owned();
        Ok(Self { path_at: path_at.min(text.len()), url, text, scheme, is_clear_text, authority })
    }

    /// Returns whether what is sent can be read on the way.
    pub(crate) fn is_clear_text(&self) -> bool {
        self.is_clear_text
    }

    /// Returns whether the server is on this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        let host = self.url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
    }

    /// Returns whether a request can have this `Host`. HTTP/2, which a server can choose with TLS, sends the host of the URL
    /// in its place (RFC 9113, section 8.3.1).
    pub(crate) fn accepts_host(&self, headers: &HeaderMap) -> bool {
        let is_own = |host: &HeaderValue| host.as_bytes().eq_ignore_ascii_case(self.authority.as_str().as_bytes());
        self.is_clear_text() || headers.get(HOST).is_none_or(is_own)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The host, without the brackets of an IPv6 address.
    #[cfg(any(feature = "tracing", feature = "metrics"))]
    pub(crate) fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default().trim_matches(['[', ']'])
    }

    /// The port, also if it is the default one.
    #[cfg(any(feature = "tracing", feature = "metrics"))]
    pub(crate) fn port(&self) -> u16 {
        self.url.port_or_known_default().unwrap_or_default()
    }

    /// Scheme and authority, without the default port.
    pub(crate) fn origin(&self) -> &str {
        self.text.get(..self.path_at).unwrap_or_default()
    }

    /// The path, if it is more than `/`.
    pub(crate) fn path(&self) -> Option<&str> {
        self.text.get(self.path_at..).filter(|path| !path.is_empty())
    }

    /// Resolves a URL (RFC 3986, section 5), which is absolute or relative to this URL and a slash. Returns its origin, and its
    /// path and query.
    pub(crate) fn resolve(&self, url: &str) -> Result<(Self, String), Error> {
        let base = Url::parse(&format!("{}/", self.text));
        let url = base.and_then(|base| base.join(url)).map_err(|_| invalid())?;
        Ok((Self::parse(&url.origin().ascii_serialization())?, path_and_query(&url)))
    }

    /// The target of a path and query, which starts with `/`: it follows the path of the base URL.
    pub(crate) fn join<'a>(&'a self, path_and_query: &'a str, endpoint: &'static Endpoint) -> Target<'a> {
        let path_and_query = match self.path() {
            None => path_and_query.into(),
            Some(path) => (path.to_owned() + path_and_query).into(),
        };
        Target { base: self, path_and_query, endpoint }
    }
}

/// Prints the origin. The path may contain a token.
impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin(), if self.path().is_some() { "/…" } else { "" })
    }
}

impl BaseUrl {
    /// Returns the part of a URL after this origin; `None` if the URL has another one.
    fn path_of<'u>(&self, url: &'u Url) -> Option<&'u str> {
        url.as_str().strip_prefix(self.text.get(..self.path_at)?)
    }
}

impl Target<'_> {
    /// Returns the absolute URI.
    ///
    /// # Errors
    ///
    /// Returns an error if the path and query contain characters that are not allowed in a URI.
    pub fn uri(&self) -> Result<Uri, Error> {
        // Without a slash, the path would continue the host.
        let path_and_query = Some(&*self.path_and_query).filter(|path| path.starts_with('/'));
        let made = path_and_query.and_then(|path_and_query| {
            let mut parts = uri::Parts::default();
            parts.scheme = Some(self.base.scheme.clone());
            parts.authority = Some(self.base.authority.clone());
            parts.path_and_query = Some(PathAndQuery::try_from(path_and_query).ok()?);
            Uri::from_parts(parts).ok()
        });
        made.ok_or_else(invalid)
    }

    /// Sets the URI of a request, and adds the endpoint to its extensions.
    pub(crate) fn add_to(&self, request: &mut http::Request<Body>) -> Result<(), Error> {
        *request.uri_mut() = self.uri()?;
        request.extensions_mut().insert(self.endpoint);
        Ok(())
    }

    /// Returns the scheme and authority, such as `https://host:8443`, without the default port.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.base.origin()
    }

    /// Returns the path and query, percent-encoded.
    #[must_use]
    pub fn path_and_query(&self) -> &str {
        &self.path_and_query
    }

    /// Returns the endpoint that is called.
    #[must_use]
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Returns the URL. Only the path and query are parsed.
    pub(crate) fn url(&self) -> Result<Url, Error> {
        // After a first `//`, the parser would read a host.
        let url = if self.path_and_query.starts_with("//") {
            Url::parse(&format!("{}{}", self.origin(), self.path_and_query)).ok()
        } else {
            Url::options().base_url(Some(&self.base.url)).parse(&self.path_and_query).ok()
        };
        url.filter(|url| self.base.path_of(url).is_some_and(|path| path.starts_with('/'))).ok_or_else(invalid)
    }

    /// Returns whether a URL is equal to this one, however it is written.
    pub(crate) fn is(&self, url: &Url) -> bool {
        self.base.path_of(url).is_some_and(|path| path == self.path_and_query)
            || self.url().is_ok_and(|own| own == *url)
    }

    /// The host, with the port if the URL has one.
    pub(crate) fn host(&self) -> &str {
        self.base.authority.as_str()
    }

    /// The base URL that the path follows.
    #[cfg(any(feature = "tracing", feature = "metrics"))]
    pub(crate) fn base(&self) -> &BaseUrl {
        self.base
    }

    pub(crate) fn path_and_query_mut(&mut self) -> &mut String {
        self.path_and_query.to_mut()
    }
}

impl fmt::Debug for Target<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Target").field(&self.origin()).finish()
    }
}

#[cold]
fn invalid() -> Error {
    Error::new(ErrorKind::Request, "makes a URL that HTTP cannot carry")
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/", "get");

    #[test]
    fn paths_follow_the_path_of_the_base_url() {
        let cases = [
            ("https://h", "/a?b=c", "https://h/a?b=c"),
            ("https://h/", "/a", "https://h/a"),
            (" HTTPS://H:443 ", "/a", "https://h/a"),
            ("\thttps://h\r\n", "/a", "https://h/a"),
            ("http://h:8080/p", "/a", "http://h:8080/p/a"),
            ("http://h/p/q/", "/a", "http://h/p/q/a"),
            ("https://h", "/", "https://h/"),
            // A path that is in both is sent twice.
            ("https://h/users", "/users/7", "https://h/users/users/7"),
            ("https://h/directory/users", "/users/7", "https://h/directory/users/users/7"),
            ("https://h/api/v1", "/api/v1/me", "https://h/api/v1/api/v1/me"),
        ];
        for (base, path, expected) in cases {
            let base = BaseUrl::parse(base).expect(base);
            let target = base.join(path, &ENDPOINT);
            assert_eq!(target.url().expect(path).as_str(), expected, "{base:?} and {path}");
            assert_eq!(target.uri().expect(path), expected, "{base:?} and {path}");
        }
    }

    #[test]
    fn path_does_not_change_the_origin() {
        for base in ["https://h", "https://h:844"] {
            let base = BaseUrl::parse(base).expect(base);
            for path in
                ["//evil", "/\\evil", "/\t/evil", "//h.evil", "//h:8443", "//h@evil", "https://evil", "http://h"]
            {
                let url = base.join(path, &ENDPOINT).url();
                assert!(url.is_err() || url.is_ok_and(|url| url.origin() == base.url.origin()), "{base:?} {path}");
                let uri = base.join(path, &ENDPOINT).uri();
                assert!(uri.is_err() || uri.is_ok_and(|uri| *uri.authority().expect(path) == base.authority), "{path}");
            }
        }
    }

    #[test]
    fn url_is_resolved_against_the_base_url() {
        let cases = [
            ("https://h/api", "/v2/items?page=2", "https://h", "/v2/items?page=2"),
            ("https://h/api", "items?page=2", "https://h", "/api/items?page=2"),
            ("https://h/api/", "?page=2", "https://h", "/api/?page=2"),
            ("https://h", "https://cdn:8443/a%2Fb?x=%20", "https://cdn:8443", "/a%2Fb?x=%20"),
            ("https://h", "HTTPS://H:443", "https://h", "/"),
            ("http://h", "//cdn/a", "http://cdn", "/a"),
        ];
        for (base, url, origin, path_and_query) in cases {
            let (resolved, path) = BaseUrl::parse(base).expect(base).resolve(url).expect(url);
            assert_eq!((resolved.as_str(), path.as_str()), (origin, path_and_query), "{url}");
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
            ("https://h//a", "an empty segment"),
            ("https://h/a//b", "an empty segment"),
            ("", "not a URL"),
            ("https://api.exa\nmple.com", "line break"),
            ("https://api.example.com\r\n.evil.com", "line break"),
            ("https://api.\texample.com", "control character"),
            ("ht\ntps://h", "line break"),
            ("https://h/\u{0}a", "control character"),
        ];
        for (base, expected) in cases {
            let message = BaseUrl::parse(base).expect_err(base).to_string();
            assert!(message.contains(expected) && !message.contains("secret"), "{base}: {message}");
        }
    }
}
