//! The HTTP conventions of Pivotal, and clients.

use std::env::{self, VarError};

use pivotal_runtime::{Api, Client, ClientBuilder, Error};

use crate::{PivotalError, PivotalKey};

/// The HTTP conventions of Pivotal: base URL, error type, and header of idempotency keys.
///
/// The base URL has no path: the endpoints have the common path `/api/v1`.
///
/// The server executes POSTs with the same idempotency key once. A repetition within 24 hours returns the stored response
/// (Pivotal API, Idempotency).
pub static PIVOTAL: Api =
    Api::new().base_url("https://my.pivotal.app").idempotency_key_header("Idempotency-Key").error::<PivotalError>();

/// Builds a client with an API key.
///
/// ```
/// # fn main() -> Result<(), pivotal_api::Error> {
/// let client = pivotal_api::client("pivotal_test_K8s9vQ2mXw7b")?;
/// # Ok(()) }
/// ```
///
/// # Errors
///
/// Returns an error if the key is invalid, or if TLS cannot be set up.
pub fn client<K>(key: K) -> Result<Client, Error>
where
    K: TryInto<PivotalKey>,
    Error: From<K::Error>,
{
    builder(key)?.build()
}

/// Returns a builder with an API key, to change settings of the client.
///
/// ```
/// use std::time::Duration;
///
/// # fn main() -> Result<(), pivotal_api::Error> {
/// let client = pivotal_api::builder("pivotal_test_K8s9vQ2mXw7b")?.timeout(Duration::from_secs(10)).build()?;
/// # Ok(()) }
/// ```
///
/// # Errors
///
/// Returns an error if the key is invalid.
pub fn builder<K>(key: K) -> Result<ClientBuilder, Error>
where
    K: TryInto<PivotalKey>,
    Error: From<K::Error>,
{
    Ok(Client::builder().api(&PIVOTAL).credentials(key.try_into()?))
}

/// Builds a client with the key in the environment variable `PIVOTAL_API_KEY`.
///
/// The base URL is that in `PIVOTAL_BASE_URL`, if the variable is set. It can end with `/api/v1`.
///
/// # Errors
///
/// Returns an error if `PIVOTAL_API_KEY` is not set, or if one of the two values is invalid.
pub fn client_from_env() -> Result<Client, Error> {
    let key = env::var("PIVOTAL_API_KEY")
        .map_err(|_| Error::config("`PIVOTAL_API_KEY` is not set; set it to an API key of your workspace"))?;
    let builder = builder(key)?;
    match env::var("PIVOTAL_BASE_URL") {
        Ok(url) if !url.is_empty() => builder.base_url(server(&url)).build(),
        Err(VarError::NotUnicode(_)) => {
            Err(Error::config("`PIVOTAL_BASE_URL` is not a URL; write it like `https://host`"))
        }
        _ => builder.build(),
    }
}

/// Returns the base URL without the common path of the endpoints.
fn server(base_url: &str) -> &str {
    let url = base_url.trim().trim_end_matches('/');
    url.strip_suffix("/api/v1").unwrap_or(url)
}
