//! An API key in a header or in the query.

use std::fmt;

use http::{HeaderName, HeaderValue};
use zeroize::Zeroizing;

use super::{Applied, Attempt, Credentials, secret_value};
use crate::Error;
use crate::headers::is_reserved;

/// A key in a header or in the query, like the `apiKey` schemes of OpenAPI.
///
/// Prefer a header if the API supports both: URLs are logged by servers and proxies. `Debug` does not print the key.
///
/// ```
/// use pivotal_runtime::{ApiKey, Client, Error};
///
/// # fn main() -> Result<(), Error> {
/// let key = ApiKey::header("X-Api-Key", "k-12345678")?;
/// let client = Client::builder().base_url("https://api.example.com").credentials(key).build()?;
/// let key = ApiKey::query("api_key", "k-12345678")?;
/// let other = Client::builder().base_url("https://api.example.org").credentials(key).build()?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct ApiKey(Kind);

#[derive(Clone)]
enum Kind {
    Header(HeaderName, HeaderValue),
    Query(String, Zeroizing<String>),
}

impl ApiKey {
    /// Creates a key that is sent as the value of this header.
    ///
    /// White space around the key is dropped.
    ///
    /// # Errors
    ///
    /// Returns an error in these cases:
    ///
    /// - the name is not a header name, or belongs to the connection;
    /// - the key is empty, or contains a character that is not allowed in a header.
    pub fn header(name: &str, key: impl AsRef<str>) -> Result<Self, Error> {
        let Ok(name) = HeaderName::try_from(name) else {
            // The message does not repeat it: it may be the key, as the wrong argument.
            return Err(Error::config(
                "the first argument of `ApiKey::header` is not a header name; write one like `X-Api-Key`",
            ));
        };
        if is_reserved(&name) {
            return Err(Error::config(format!("the header `{name}` belongs to the connection; name another")));
        }
        let key = not_empty(key.as_ref())?;
        let value = secret_value(key, "API key")?;
        Ok(Self(Kind::Header(name, value)))
    }

    /// Creates a key that is sent as a pair of the query, percent-encoded.
    ///
    /// White space around the key is dropped.
    ///
    /// # Errors
    ///
    /// Returns an error if the name or the key is empty.
    pub fn query(name: &str, key: impl AsRef<str>) -> Result<Self, Error> {
        if name.is_empty() {
            return Err(Error::config("the query pair of the API key has no name; write one like `api_key`"));
        }
        let key = not_empty(key.as_ref())?;
        Ok(Self(Kind::Query(name.to_owned(), Zeroizing::new(key.to_owned()))))
    }
}

fn not_empty(key: &str) -> Result<&str, Error> {
    match key.trim() {
        "" => Err(Error::config("the API key is empty; pass one")),
        key => Ok(key),
    }
}

#[diagnostic::do_not_recommend]
impl Credentials for ApiKey {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        match &self.0 {
            Kind::Header(name, value) => attempt.set_header(name.clone(), value.clone()),
            Kind::Query(name, key) => attempt.set_query(name, key),
        }
        Ok(Applied::Done)
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Header(name, _) => write!(f, "ApiKey(header `{name}`)"),
            Kind::Query(name, _) => write!(f, "ApiKey(query `{name}`)"),
        }
    }
}
