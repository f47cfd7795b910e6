//! How a request is addressed to its server.

use http::header::{HOST, HeaderValue, PROXY_AUTHORIZATION};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{Request, Uri};

use crate::Error;

/// A server: what stands before the path in a URL.
pub(super) struct Origin {
    uri: Uri,
    scheme: Scheme,
    authority: Authority,
    host: HeaderValue,
}

impl Origin {
    pub(super) fn of(base_url: &str) -> Result<Self, Error> {
        let unusable = || Error::config("the base URL is one that HTTP cannot carry; check its host and path");
        let parts = Uri::try_from(base_url).map_err(|_| unusable())?.into_parts();
        let (scheme, authority) = parts.scheme.zip(parts.authority).ok_or_else(unusable)?;
        let host = HeaderValue::try_from(authority.as_str()).map_err(|_| unusable())?;
        let mut origin = Self { uri: Uri::default(), scheme, authority, host };
        origin.uri = origin.whole(PathAndQuery::from_static("/"));
        Ok(origin)
    }

    /// Returns whether a URL is on this server.
    pub(super) fn is_that_of(&self, url: &Uri) -> bool {
        url.scheme() == Some(&self.scheme) && url.authority() == Some(&self.authority)
    }

    /// The URL of the server.
    pub(super) fn uri(&self) -> &Uri {
        &self.uri
    }

    pub(super) fn is_clear_text(&self) -> bool {
        self.scheme == Scheme::HTTP
    }

    /// As a server is asked in HTTP/1.1: by the path alone, with the host in a header (RFC 9112, section 3.2.1).
    pub(super) fn by_path<B>(&self, request: &mut Request<B>) {
        self.name_host(request);
        let path = path(request);
        *request.uri_mut() = path.into();
    }

    /// As a proxy is asked in HTTP/1.1: by the whole URL, with the host as well (RFC 9112, section 3.2.2).
    pub(super) fn to_proxy<B>(&self, request: &mut Request<B>, authorization: Option<&HeaderValue>) {
        self.name_host(request);
        self.by_url(request);
        if let Some(authorization) = authorization {
            request.headers_mut().insert(PROXY_AUTHORIZATION, authorization.clone());
        }
    }

    /// As a server is asked in HTTP/2: by the whole URL (RFC 9113, section 8.3.1).
    pub(super) fn by_url<B>(&self, request: &mut Request<B>) {
        // It is what a request is made with, unless it has met an HTTP/1.1 server before.
        if request.uri().authority().is_none() {
            let path = path(request);
            *request.uri_mut() = self.whole(path);
        }
    }

    /// `Host`, unless the caller names another.
    fn name_host<B>(&self, request: &mut Request<B>) {
        request.headers_mut().entry(HOST).or_insert_with(|| self.host.clone());
    }

    fn whole(&self, path: PathAndQuery) -> Uri {
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path);
        // All three are there, so there is nothing that could be missing.
        Uri::from_parts(parts).unwrap_or_default()
    }
}

fn path<B>(request: &mut Request<B>) -> PathAndQuery {
    let path = std::mem::take(request.uri_mut()).into_parts().path_and_query;
    path.unwrap_or_else(|| PathAndQuery::from_static("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUTHORIZATION: HeaderValue = HeaderValue::from_static("Basic x");

    #[test]
    fn a_request_is_addressed_as_its_connection_wants_it() {
        let origin = Origin::of("http://h:8080/p").expect("a base URL");
        assert_eq!(*origin.uri(), "http://h:8080/");
        let mut request = Request::get("http://h:8080/p/a?b=c").body(()).expect("a request");
        origin.by_url(&mut request);
        assert_eq!((request.uri().to_string().as_str(), request.headers().len()), ("http://h:8080/p/a?b=c", 0));
        origin.by_path(&mut request);
        assert_eq!((request.uri().to_string().as_str(), &request.headers()[HOST]), ("/p/a?b=c", &origin.host));
        assert_eq!(origin.host, "h:8080");
        // It has come back, and meets another connection.
        origin.to_proxy(&mut request, Some(&AUTHORIZATION));
        assert_eq!(*request.uri(), "http://h:8080/p/a?b=c");
        assert_eq!((request.headers().len(), &request.headers()[PROXY_AUTHORIZATION]), (2, &AUTHORIZATION));
    }

    #[test]
    fn a_host_that_the_caller_names_stays() {
        let origin = Origin::of("https://h").expect("a base URL");
        let mut request = Request::get("https://h/a").header(HOST, "other").body(()).expect("a request");
        origin.by_path(&mut request);
        assert_eq!(request.headers()[HOST], "other");
    }
}
