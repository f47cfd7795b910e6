//! The base URL of a client, and its trust.

use crate::base_url::BaseUrl;
use crate::request::ServerUrl;
use crate::{Error, ErrorKind};

/// The base URL of a client, and its trust.
pub(super) struct Base {
    pub(super) url: BaseUrl,
    /// Its origin gets the credentials of the client, and its sensitive headers.
    pub(super) is_trusted: bool,
}

/// The origins that get credentials.
pub(super) struct Trust {
    /// Origins such as `https://host:port`. The origin of the builder's base URL is the first.
    origins: Vec<String>,
    has_secrets: bool,
    allows_http: bool,
}

impl Trust {
    /// Trusts the origin of the base URL, and other origins.
    pub(super) fn new(
        base_url: &BaseUrl,
        origins: impl Iterator<Item: AsRef<str>>,
        has_secrets: bool,
        allows_http: bool,
    ) -> Result<Self, Error> {
        let mut all = vec![base_url.origin().to_owned()];
        for origin in origins {
            let url = BaseUrl::parse(origin.as_ref())?;
            if url.path().is_some() {
                return Err(Error::config("a credential origin has a path; write scheme and host only"));
            }
            all.push(url.origin().to_owned());
        }
        Ok(Self { origins: all, has_secrets, allows_http })
    }

    /// Resolves a URL from a server against a base URL. Returns its origin, and its path and query.
    ///
    /// # Errors
    ///
    /// If credentials would be sent over plain HTTP, or the next page of a list is on an unknown origin.
    pub(super) fn resolve(&self, base: &Base, url: &ServerUrl) -> Result<(Base, String), Error> {
        let (origin, path_and_query) = base.url.resolve(url.as_str())?;
        let is_foreign = origin.origin() != base.url.origin();
        if url.is_restricted() && is_foreign && !self.is_trusted(&origin) {
            let message = if origin.is_clear_text() && !base.url.is_clear_text() {
                "returned a next page over plain HTTP; replace `http://` by `https://` in `Paginated::next`"
            } else {
                "returned a next page on another origin; if it belongs to the API, list it as a credential origin"
            };
            return Err(Error::new(ErrorKind::Pagination, message));
        }
        Ok((self.base(origin)?, path_and_query))
    }

    fn is_trusted(&self, url: &BaseUrl) -> bool {
        self.origins.iter().any(|origin| origin == url.origin())
    }

    /// Checks a base URL.
    ///
    /// # Errors
    ///
    /// If credentials would be sent over plain HTTP.
    pub(super) fn base(&self, url: BaseUrl) -> Result<Base, Error> {
        let is_trusted = self.is_trusted(&url);
        if is_trusted && self.has_secrets && url.is_clear_text() && !url.is_loopback() && !self.allows_http {
            return Err(Error::config(
                "the credentials would be sent over plain HTTP; write `https://`, or call `allow_http`",
            ));
        }
        Ok(Base { url, is_trusted })
    }
}
