//! The conventions of an API, as a value.

mod check;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::panic::Location;

use http::{HeaderMap, HeaderName, HeaderValue};

use self::check::{check_base_url, check_header_name, check_header_value, check_origin, check_statuses};
use crate::error::{REQUEST_ID, ReadDetail, read_detail};
use crate::rate_limit::RateLimitHeaders;
use crate::{ErrorBody, Json};

/// The HTTP conventions of an API, as a constant.
///
/// Endpoints refer to it with `api = …`, and clients with [`ClientBuilder::api`](crate::ClientBuilder::api). Every part is
/// optional. Each method describes its default.
///
/// ```
/// use pivotal_runtime::{Api, Bearer, Client, Error, ErrorBody, endpoints};
/// use serde::Deserialize;
///
/// /// The HTTP conventions of GitHub.
/// pub static GITHUB: Api = Api::new()
///     .base_url("https://api.github.com")
///     .header("X-GitHub-Api-Version", "2022-11-28")
///     .error::<Problem>();
///
/// #[derive(Deserialize)]
/// pub struct Problem {
///     message: String,
/// }
///
/// impl ErrorBody for Problem {
///     fn message(&self) -> Option<&str> {
///         Some(&self.message)
///     }
/// }
///
/// #[derive(Deserialize)]
/// pub struct Issue {
///     pub title: String,
/// }
///
/// #[endpoints("/repos/<owner>/<repo>", api = GITHUB)]
/// pub trait Issues {
///     #[endpoint(GET, "/issues/<number>")]
///     async fn issue(&self, owner: &str, repo: &str, number: u64) -> Result<Issue, Error>;
/// }
///
/// fn client(token: &str) -> Result<Client, Error> {
///     Client::builder().api(&GITHUB).credentials(Bearer::new(token)?).build()
/// }
/// # client("ghp_K8s9vQ2mXw7b").unwrap();
/// ```
///
/// An endpoint with `api = …` can be called on a client of that API. It can also be called on a client that has neither an
/// API nor credentials. An endpoint without it uses the conventions of the client, or fake, that it is called on.
///
/// # Panics
///
/// The methods panic if an argument is wrong. In a constant, that is a compile error.
#[derive(Clone, Copy)]
pub struct Api {
    /// Identifies a `const`, which has another address each time it is used.
    defined_at: &'static Location<'static>,
    pub(crate) base_url: Option<&'static str>,
    headers: [(&'static str, &'static str); MAX_HEADERS],
    header_count: usize,
    pub(crate) error: Option<ReadDetail>,
    pub(crate) rate_limit: RateLimitHeaders,
    pub(crate) request_id: &'static str,
    idempotency_key: Option<&'static str>,
    pub(crate) retry_statuses: &'static [u16],
    pub(crate) credential_origins: &'static [&'static str],
}

/// The maximum number of headers that an API can send with every call.
const MAX_HEADERS: usize = 8;

impl Api {
    /// Creates an API without conventions.
    #[must_use]
    #[track_caller]
    pub const fn new() -> Self {
        Self {
            defined_at: Location::caller(),
            base_url: None,
            headers: [("", ""); MAX_HEADERS],
            header_count: 0,
            error: None,
            rate_limit: RateLimitHeaders::new(),
            request_id: REQUEST_ID,
            idempotency_key: None,
            retry_statuses: &[],
            credential_origins: &[],
        }
    }

    /// Sets the base URL: `https://host`, optionally with a port and a path.
    ///
    /// The default is none. A client can use [another one](crate::ClientBuilder::base_url).
    ///
    /// # Panics
    ///
    /// Panics if the text is not such a URL.
    #[must_use]
    pub const fn base_url(mut self, url: &'static str) -> Self {
        check_base_url(url);
        self.base_url = Some(url);
        self
    }

    /// Adds a header that every call sends.
    ///
    /// A header of the same name of the call, its declaration or the client replaces it. An API has at most 8 headers.
    ///
    /// # Panics
    ///
    /// Panics if the name or the value is not valid, if the header belongs to the connection, or if there are 8 already.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "it is in bounds")]
    pub const fn header(mut self, name: &'static str, value: &'static str) -> Self {
        check_header_name(name);
        check_header_value(value);
        assert!(
            self.header_count < MAX_HEADERS,
            "an `Api` has at most 8 headers; send others as default headers of the client"
        );
        self.headers[self.header_count] = (name, value);
        self.header_count += 1;
        self
    }

    /// Sets the type of the bodies of errors. The default is none.
    ///
    /// It supplies [`Error::message`](crate::Error::message) and [`Error::code`](crate::Error::code).
    /// [`Error::detail`](crate::Error::detail) returns it. The bodies are read as JSON.
    #[must_use]
    pub const fn error<T: ErrorBody>(mut self) -> Self {
        self.error = Some(read_detail::<T, Json>);
        self
    }

    /// Sets the headers that report the rate limit.
    ///
    /// The default is [the standard headers](RateLimitHeaders::new).
    #[must_use]
    pub const fn rate_limit(mut self, headers: RateLimitHeaders) -> Self {
        self.rate_limit = headers;
        self
    }

    /// Sets the header that identifies a request in the server's logs.
    ///
    /// The default is `X-Request-Id`. [`Error::request_id`](crate::Error::request_id) returns its value.
    ///
    /// # Panics
    ///
    /// Panics if the text is not a header name.
    #[must_use]
    pub const fn request_id_header(mut self, name: &'static str) -> Self {
        check_header_name(name);
        self.request_id = name;
        self
    }

    /// Sets the header for idempotency keys. The default is none.
    ///
    /// With a header, each POST gets a key of its own, the same for all its attempts, and is retried like a GET. Without one,
    /// a POST is not retried after an unknown outcome.
    ///
    /// Name the header only if the server honours it: a server that ignores keys does the work of each attempt.
    ///
    /// # Panics
    ///
    /// Panics if the text is not a header name.
    #[must_use]
    pub const fn idempotency_key_header(mut self, name: &'static str) -> Self {
        check_header_name(name);
        self.idempotency_key = Some(name);
        self
    }

    /// Sets further statuses that are retried if that is safe.
    ///
    /// They are retried besides 408, 429, 500, 502, 503 and 504. The default is none.
    /// [`ClientBuilder::retry_statuses`](crate::ClientBuilder::retry_statuses) replaces them.
    ///
    /// # Panics
    ///
    /// Panics if a status is not from 400 to 599.
    #[must_use]
    pub const fn retry_statuses(mut self, statuses: &'static [u16]) -> Self {
        check_statuses(statuses);
        self.retry_statuses = statuses;
        self
    }

    /// Sets the origins that get credentials besides that of the base URL.
    ///
    /// An example is `https://uploads.github.com`: see [`Client::at`](crate::Client::at). The default is none.
    ///
    /// # Panics
    ///
    /// Panics if a text is not a scheme and a host, optionally with a port.
    #[must_use]
    pub const fn credential_origins(mut self, origins: &'static [&'static str]) -> Self {
        let mut at = 0;
        while at < origins.len() {
            #[expect(clippy::indexing_slicing, reason = "it is in bounds")]
            check_origin(origins[at]);
            at += 1;
        }
        self.credential_origins = origins;
        self
    }
}

impl Api {
    /// Returns the base URL of clients that set none.
    #[must_use]
    pub const fn default_base_url(&self) -> Option<&'static str> {
        self.base_url
    }

    /// Returns the names of the headers that every call sends.
    pub fn header_names(&self) -> impl Iterator<Item = &'static str> {
        self.headers.iter().take(self.header_count).map(|(name, _)| *name)
    }

    /// Returns the header for idempotency keys; `None` if the API has none.
    #[must_use]
    pub const fn idempotency_key_name(&self) -> Option<&'static str> {
        self.idempotency_key
    }

    /// Returns whether the bodies of errors have a type.
    #[must_use]
    pub const fn has_error_type(&self) -> bool {
        self.error.is_some()
    }

    /// Returns whether both are the same constant.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.defined_at == other.defined_at && self.base_url == other.base_url)
    }

    /// Adds the headers of every call, unless the map contains their names.
    pub(crate) fn add_headers(&self, headers: &mut HeaderMap) {
        for (name, value) in self.headers.iter().take(self.header_count) {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(*name), HeaderValue::from_str(value)) {
                headers.entry(name).or_insert(value);
            }
        }
    }

    pub(crate) fn idempotency_key(&self) -> Option<HeaderName> {
        HeaderName::try_from(self.idempotency_key?).ok()
    }
}

/// Two values are equal if they are the same constant, or copies of it.
impl PartialEq for Api {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other)
    }
}

impl Eq for Api {}

impl Hash for Api {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.defined_at, self.base_url).hash(state);
    }
}

impl Default for Api {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Api = Api::new().base_url("https://one.example");
    const TWO: Api = Api::new().base_url("https://one.example");
    static THREE: Api = Api::new();

    #[test]
    fn api_is_recognised_as_a_const_and_as_a_static() {
        assert!(ONE.is_same(&ONE) && THREE.is_same(&THREE));
        assert!(!ONE.is_same(&TWO) && !TWO.is_same(&THREE) && !THREE.is_same(&ONE));
        let copy = THREE;
        assert!(copy.is_same(&THREE));
    }
}
