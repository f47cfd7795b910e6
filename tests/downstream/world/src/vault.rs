//! Vault: a method of its own for lists, mounts and paths of several segments, statuses with a meaning.

use pivotal_runtime::{Api, Error, ErrorBody, Response, endpoints};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The credentials are the header `X-Vault-Token`.
pub static VAULT: Api = Api::new().base_url("http://localhost:8200").error::<Problem>();

/// The body of an error. That of a missing path is empty.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub errors: Vec<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        self.errors.first().map(|error| &**error)
    }
}

/// A response: its data, or the token with which they are read later.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Secret<T> {
    pub data: Option<T>,
    pub wrap_info: Option<Wrapped>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Wrapped {
    pub token: String,
    pub ttl: u64,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Versioned<T> {
    pub data: T,
    pub metadata: Metadata,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Metadata {
    pub version: u32,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Keys {
    pub keys: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct Fields<'a, T> {
    pub data: &'a T,
}

#[derive(Debug, Serialize)]
pub struct Login<'a> {
    pub role_id: &'a str,
    pub secret_id: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct LoggedIn {
    pub auth: Auth,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Auth {
    pub client_token: String,
    pub lease_duration: u64,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Health {
    pub initialized: bool,
    pub sealed: bool,
    pub standby: bool,
}

/// Secrets with versions. The name of a mount can contain slashes.
#[endpoints("/v1/<mount..>", api = VAULT, header("X-Vault-Namespace") = namespace)]
pub trait Secrets {
    /// Lists the root.
    #[endpoint("LIST", "/metadata", idempotent)]
    async fn list_root(&self, namespace: Option<&str>, mount: &str) -> Result<Option<Secret<Keys>>, Error>;

    #[endpoint("LIST", "/metadata/<path..>", idempotent)]
    async fn list(&self, namespace: Option<&str>, mount: &str, path: &str) -> Result<Option<Secret<Keys>>, Error>;

    /// Returns a secret or, with a time to wrap such as `60s`, a token with which the secret is read once.
    #[endpoint(GET, "/data/<path..>?<version>", header("X-Vault-Wrap-TTL") = wrap)]
    async fn read<T: DeserializeOwned>(
        &self,
        namespace: Option<&str>,
        mount: &str,
        path: &str,
        version: Option<u32>,
        wrap: Option<&str>,
    ) -> Result<Option<Secret<Versioned<T>>>, Error>;

    #[endpoint(PATCH, "/data/<path..>", body = fields, header("Content-Type") = "application/merge-patch+json")]
    async fn patch<T: Serialize>(
        &self,
        namespace: Option<&str>,
        mount: &str,
        path: &str,
        fields: &Fields<'_, T>,
    ) -> Result<Secret<Metadata>, Error>;
}

#[endpoints("/v1", api = VAULT)]
pub trait System {
    #[endpoint(POST, "/auth/approle/login", body = login, auth = none)]
    async fn login(&self, login: &Login<'_>) -> Result<LoggedIn, Error>;

    /// Every status is a state of the server, so none is retried.
    #[endpoint(GET, "/sys/health", success = [200, 429, 472, 473, 501, 503], auth = none)]
    async fn health(&self) -> Result<Response<Health>, Error>;

    #[endpoint(PUT, "/sys/seal", response = (), success = 204)]
    async fn seal(&self);
}
