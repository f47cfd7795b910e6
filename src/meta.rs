//! Who is calling, and whether anyone answers.

mod health;
mod me;

pub use health::{Health, HealthStatus};
pub use me::{KeyIdentity, Me, Organization};

use pivotal_runtime::{Error, endpoints};

use crate::PIVOTAL;

/// Operations about the API itself.
#[endpoints("/api/v1", api = PIVOTAL)]
pub trait Meta {
    /// Describes the calling key and its workspace. It counts against the rate limit as one request.
    ///
    /// # Errors
    ///
    /// - 401 `authentication_error`: the key is missing, malformed or revoked (`api_key_revoked`).
    /// - 429 `rate_limit_error`, code `rate_limited`, and 500 `internal_error`, as with any operation
    ///   that takes a key.
    #[endpoint(GET, "/me", operation = "get-me")]
    async fn get_me(&self) -> Result<Me, Error>;

    /// Asks whether the API runs. It is the one operation that sends no key.
    ///
    /// # Errors
    ///
    /// No error is documented. Expect those of the connection, and no rate-limit headers.
    #[endpoint(GET, "/health", auth = none, operation = "get-health")]
    async fn get_health(&self) -> Result<Health, Error>;
}
