//! The calling key, and the health of the API.

mod health;
mod me;

pub use health::{Health, HealthStatus};
pub use me::{KeyIdentity, Me, Organization};

use pivotal_runtime::{Error, endpoints};

use crate::PIVOTAL;

/// Operations about the API itself.
#[endpoints("/api/v1", api = PIVOTAL)]
pub trait Meta {
    /// Returns the calling key and its workspace.
    ///
    /// The call counts as one request of the rate limit.
    ///
    /// # Errors
    ///
    /// - 401 `authentication_error`: the key is missing, malformed or revoked (`api_key_revoked`).
    /// - 429 `rate_limit_error`, code `rate_limited`, and 500 `internal_error`, like every operation with a key.
    #[endpoint(GET, "/me", operation = "get-me")]
    async fn get_me(&self) -> Result<Me, Error>;

    /// Returns the health of the API.
    ///
    /// This operation sends no key.
    ///
    /// # Errors
    ///
    /// Pivotal's docs list none. The connection can fail. Responses have no rate-limit headers.
    #[endpoint(GET, "/health", auth = none, operation = "get-health")]
    async fn get_health(&self) -> Result<Health, Error>;
}
