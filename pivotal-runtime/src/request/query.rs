//! Pairs in the query of a request that is built already.

use super::Request;
use super::form::push_query_pair;
use super::percent_encoding::decode_form;

impl Request {
    /// Returns the value of the first pair with this key.
    pub(crate) fn query(&self, key: &str) -> Option<String> {
        let (_, query) = self.path_and_query.split_once('?')?;
        let mut pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        pairs.find(|(name, _)| decode_form(name) == key).map(|(_, value)| decode_form(value))
    }

    /// Adds pairs, which replace those of the same keys. A pair with an empty value is removed.
    pub(crate) fn set_pairs(&mut self, pairs: &[(impl AsRef<str>, impl AsRef<str>)]) {
        self.change_query(|url| with_query(url, pairs));
    }

    /// Changes the query, also that of a URL from the server.
    pub(super) fn change_query(&mut self, change: impl Fn(&str) -> String) {
        self.path_and_query = change(&self.path_and_query);
        if let Some(url) = &mut self.url {
            url.map(change);
        }
    }
}

/// Adds pairs to a URL, or to the part of one that ends with the query. They replace pairs of the same keys. A pair with an empty
/// value is removed.
pub(crate) fn with_query(url: &str, pairs: &[(impl AsRef<str>, impl AsRef<str>)]) -> String {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let is_replaced = |pair: &str| {
        let key = decode_form(pair.split('=').next().unwrap_or_default());
        pairs.iter().any(|(replaced, _)| replaced.as_ref() == key)
    };
    let others = query.split('&').filter(|pair| !pair.is_empty() && !is_replaced(pair));
    let mut query = others.collect::<Vec<_>>().join("&");
    for (key, value) in pairs.iter().filter(|(_, value)| !value.as_ref().is_empty()) {
        push_query_pair(&mut query, key.as_ref(), Some(value.as_ref()));
    }
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// The separator in front of another pair at the end of a URL.
pub(super) fn separator(url: &str) -> &'static str {
    if url.ends_with(['?', '&']) {
        ""
    } else if url.contains('?') {
        "&"
    } else {
        "?"
    }
}

#[cfg(test)]
mod tests {
    use http::{Extensions, HeaderMap, Method};

    use super::*;
    use crate::Endpoint;
    use crate::response::ResponseSpec;

    fn request(path_and_query: &str) -> Request {
        static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/", "get");
        let spec = ResponseSpec::new(&ENDPOINT);
        Request {
            spec,
            own_method: None,
            path_and_query: path_and_query.to_owned(),
            url: None,
            headers: HeaderMap::new(),
            body: None,
            options: None,
            extensions: Extensions::new(),
            is_later_page: false,
            is_body_none: false,
            needs_dot_check: false,
        }
    }

    #[test]
    fn pair_is_read_and_replaced() {
        let cases = [
            ("/a", None, "/a?cursor=x%3Ay%20z"),
            ("/a?limit=5", None, "/a?limit=5&cursor=x%3Ay%20z"),
            ("/a?cursor=1%2B+2&limit=5", Some("1+ 2"), "/a?limit=5&cursor=x%3Ay%20z"),
            ("/a?cursors=1&cursor=&b", Some(""), "/a?cursors=1&b&cursor=x%3Ay%20z"),
            ("/a?c%75rsor=1", Some("1"), "/a?cursor=x%3Ay%20z"),
        ];
        for (before, value, after) in cases {
            let mut request = request(before);
            assert_eq!(request.query("cursor").as_deref(), value, "{before}");
            request.set_pairs(&[("cursor", "x:y z")]);
            assert_eq!(request.path_and_query(), after);
            assert_eq!(request.query("cursor").as_deref(), Some("x:y z"));
        }
    }
}
