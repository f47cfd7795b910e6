//! URLs that a server returned.

use std::borrow::Cow;
use std::fmt;

use reqwest::Url;

use super::values::{Text, TextSink, ValueError};

type ParseError = <Url as std::str::FromStr>::Err;

/// The URL that relative ones are resolved against, as long as the server is unknown.
const UNKNOWN: &str = "http://unknown.invalid";

/// A URL that a server returned, in place of a path: absolute, or relative to the base URL.
///
/// It is checked, and not changed: the server has encoded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ServerUrl {
    /// A reference (RFC 3986, section 4.1) without a fragment.
    text: String,
    /// It must lead to an origin that gets the credentials of the client.
    is_restricted: bool,
}

/// Takes the argument of a call.
#[derive(Default)]
pub(super) struct UrlWriter {
    text: String,
}

impl UrlWriter {
    pub(super) fn finish(self, written: Result<(), ValueError>) -> Result<ServerUrl, Cow<'static, str>> {
        match written {
            Ok(()) => ServerUrl::parse(&self.text),
            Err(error) => Err(format!("is not a URL: {error}").into()),
        }
    }
}

impl TextSink for UrlWriter {
    fn text(&mut self, text: Text<'_>) -> Result<(), ValueError> {
        self.text.push_str(text.as_str().unwrap_or_default());
        Ok(())
    }

    fn list(&mut self) -> Result<(), ValueError> {
        Err(ValueError::new("it is a list; pass one URL"))
    }
}

/// The URL of a page.
pub(crate) struct Page<'a> {
    /// The URL, or a path and query if the server is unknown.
    pub(crate) url: &'a str,
    /// The URL of its request, before redirects; `None` if that had a path.
    pub(crate) requested: Option<&'a str>,
    /// The path of the base URL, which is unknown, is in front of the path.
    pub(crate) follows_base_path: bool,
    /// Its server is not known to belong to the API, so it must not choose what is requested there.
    pub(crate) is_foreign: bool,
}

impl ServerUrl {
    /// Checks the argument of a call.
    pub(crate) fn parse(text: &str) -> Result<Self, Cow<'static, str>> {
        // Braces are not allowed in a URL, and would be encoded.
        if text.split_once('{').is_some_and(|(_, rest)| rest.contains('}')) {
            return Err("is a URI template (RFC 6570); replace each `{...}`, and pass the URL".into());
        }
        Self::new(text.trim(), false)
    }

    /// Checks the URL of the next page, relative to that of a page.
    pub(crate) fn of_next_page(next: &str, page: &Page<'_>) -> Result<Self, Cow<'static, str>> {
        let next = next.trim();
        let unknown = unknown_server().map_err(|error| not_a_url(&error))?;
        let url_of_page = unknown.join(page.url).map_err(|error| not_a_url(&error))?;
        let url = url_of_page.join(next).map_err(|error| not_a_url(&error))?;
        let is_server_known = url_of_page.origin() != unknown.origin();
        if url.origin() == unknown.origin() && !is_server_known {
            let path = path_and_query(&url);
            // Relative to the base URL, whose path is unknown.
            let is_relative = page.follows_base_path && !next.starts_with(['/', '\\']);
            // `//` at the start would be a host.
            let is_ambiguous = path.starts_with("//");
            let prefix = if is_relative {
                "."
            } else if is_ambiguous {
                "/."
            } else {
                ""
            };
            return Self::new(&format!("{prefix}{path}"), false);
        }
        if page.is_foreign && url.origin() != url_of_page.origin() {
            return Err("leads from an unknown server to another one; if the first belongs to the API, list it as a credential origin".into());
        }
        // After a redirect, the server of the page is not the one that was requested.
        let is_requested = page
            .requested
            .and_then(|url| Url::parse(url).ok())
            .is_some_and(|requested| requested.origin() == url.origin());
        // It has the scheme of the page, which is unknown.
        let is_network_path = next.starts_with("//") && !is_server_known;
        Self::new(if is_network_path { next } else { url.as_str() }, !is_requested)
    }

    /// Checks the `Location` of a redirect, relative to the URL that was requested.
    pub(crate) fn of_redirect(location: &str, requested: &str) -> Result<Self, Cow<'static, str>> {
        let url = Url::parse(requested).and_then(|requested| requested.join(location));
        Self::new(url.map_err(|error| not_a_url(&error))?.as_str(), false)
    }

    fn new(text: &str, is_restricted: bool) -> Result<Self, Cow<'static, str>> {
        if text.is_empty() {
            return Err("is empty; pass a URL".into());
        }
        let url = unknown_server().and_then(|unknown| unknown.join(text)).map_err(|error| not_a_url(&error))?;
        if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
            return Err("is not a URL of HTTP; pass one that starts with `https://`, `http://` or `/`".into());
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("contains a user name or password; pass the URL without it".into());
        }
        let text = text.split('#').next().unwrap_or_default().to_owned();
        Ok(Self { text, is_restricted })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Changes the URL.
    pub(super) fn map(&mut self, change: impl FnOnce(&str) -> String) {
        self.text = change(&self.text);
    }

    pub(crate) fn is_restricted(&self) -> bool {
        self.is_restricted
    }

    /// The path and query.
    pub(crate) fn path_and_query(&self) -> String {
        match unknown_server().and_then(|unknown| unknown.join(&self.text)) {
            Ok(url) => path_and_query(&url),
            // It was checked before.
            Err(_) => String::new(),
        }
    }
}

fn unknown_server() -> Result<Url, ParseError> {
    Url::parse(UNKNOWN)
}

/// The path and query of a URL.
pub(crate) fn path_and_query(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

fn not_a_url(error: &impl fmt::Display) -> Cow<'static, str> {
    format!("is not a URL: {error}").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> Result<ServerUrl, String> {
        ServerUrl::parse(text).map_err(Cow::into_owned)
    }

    #[test]
    fn url_is_kept_as_the_server_encoded_it() {
        let cases = [
            ("https://h/a%2Fb?x=%20&y=a+b%2B", "/a%2Fb?x=%20&y=a+b%2B"),
            (" /a?page=2 ", "/a?page=2"),
            ("items?page=2#top", "/items?page=2"),
            ("?page=2", "/?page=2"),
            ("//h:8443/a", "/a"),
            ("https://h", "/"),
            ("https://h/%7Ba%7D", "/%7Ba%7D"),
        ];
        for (text, path_and_query) in cases {
            assert_eq!(checked(text).expect(text).path_and_query(), path_and_query, "{text}");
        }
        assert_eq!(checked("https://h/a%2Fb#c").expect("a URL").as_str(), "https://h/a%2Fb");
    }

    #[test]
    fn url_that_http_cannot_request_is_refused() {
        let cases = [
            ("", "is empty"),
            ("  ", "is empty"),
            ("ftp://h/a", "not a URL of HTTP"),
            ("mailto:a@b", "not a URL of HTTP"),
            ("data:,x", "not a URL of HTTP"),
            ("https://", "not a URL"),
            ("https://h:x/", "not a URL"),
            ("https://user:s3cr3t@h/", "user name or password"),
            ("https://h/assets{?name,label}", "is a URI template"),
            ("/repos/{owner}", "is a URI template"),
        ];
        for (text, expected) in cases {
            let message = checked(text).expect_err(text);
            assert!(message.contains(expected) && !message.contains("s3cr3t"), "{text}: {message}");
        }
    }

    #[test]
    fn next_page_is_relative_to_its_page() {
        // The next page, the URL of the page and of its request, and the result.
        let (path, v1) = ("/v1/items?limit=1", Some("/v1/items?limit=1"));
        let (https, other) = (Some("https://h/a"), Some("https://other/a"));
        let cases = [
            ("?page=2", path, v1, "/v1/items?page=2", false),
            ("items?page=2", path, v1, "/v1/items?page=2", false),
            ("/v2/items", path, None, "/v2/items", false),
            ("https://h/items", path, None, "https://h/items", true),
            ("//h/items", path, None, "//h/items", true),
            ("?page=2", "https://h/a", https, "https://h/a?page=2", false),
            ("https://h/b", "https://h/a", https, "https://h/b", false),
            ("//h/b", "https://h/a", https, "https://h/b", false),
            ("https://h:8443/b", "https://h/a", https, "https://h:8443/b", true),
            ("http://h/b", "https://h/a", https, "http://h/b", true),
            ("/b", "/a", Some("/a"), "/b", false),
            // It stays on its server, whatever the path looks like.
            ("/.//evil/x", path, None, "/.//evil/x", false),
            ("/a/..//evil/x", path, None, "/.//evil/x", false),
            ("http://unknown.invalid//evil/x", path, None, "/.//evil/x", false),
            // The page was redirected.
            ("?page=2", "https://h/a", None, "https://h/a?page=2", true),
            ("?page=2", "https://h/a", other, "https://h/a?page=2", true),
        ];
        for (next, url, requested, expected, is_restricted) in cases {
            let page = Page { url, requested, follows_base_path: false, is_foreign: false };
            let url = ServerUrl::of_next_page(next, &page).expect(next);
            assert_eq!((url.as_str(), url.is_restricted()), (expected, is_restricted), "{next}");
        }
    }

    #[test]
    fn relative_next_page_follows_an_unknown_base_path() {
        let page = |requested| Page { url: "/items?limit=1", requested, follows_base_path: true, is_foreign: false };
        for (next, expected) in [("?page=2", "./items?page=2"), ("a:b", "./a:b"), ("/v2/items", "/v2/items")] {
            let url = ServerUrl::of_next_page(next, &page(None));
            // `a:b` has a scheme.
            assert_eq!(url.ok().as_ref().map(ServerUrl::as_str), (next != "a:b").then_some(expected), "{next}");
        }
    }

    #[test]
    fn foreign_page_leads_to_its_own_origin_only() {
        let page = Page { url: "https://h/a", requested: None, follows_base_path: false, is_foreign: true };
        for (next, is_allowed) in
            [("?page=2", true), ("https://h/b", true), ("https://api/b", false), ("//api/b", false)]
        {
            assert_eq!(ServerUrl::of_next_page(next, &page).is_ok(), is_allowed, "{next}");
        }
    }
}
