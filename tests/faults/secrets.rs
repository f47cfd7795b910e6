//! Secrets, which no error, log or `Debug` output shows.

mod debug;
mod decode_errors;
mod errors;
mod logs;
mod server_texts;

use std::error::Error as StdError;
use std::fmt::Debug;

use pivotal_api::{List, PIVOTAL, PivotalKey};
use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{Body, CallOptions, ClientBuilder, Error, Pages, Transport, endpoint};

use crate::support::fake::Fake;
pub(crate) use crate::support::{SECRET, SECRET_KEY as KEY};

pub(crate) trait Vault: Transport {
    #[endpoint(POST, "/vault/<id>?<query>", header("X-Header") = header, body = body)]
    async fn open(&self, id: &str, query: &str, header: &str, body: &str) -> Result<u8, Error>;

    #[endpoint(GET, "/vault/<id>?<query>", header("X-Header") = header)]
    async fn look(&self, id: &str, query: &str, header: &str) -> Result<Body, Error>;

    #[endpoint(GET, "/vaults?<query>&<cursor>")]
    fn list(&self, query: &str, cursor: &str) -> Pages<'_, List<u8>>;
}
impl<T: Transport> Vault for T {}

/// Returns a builder for a fake, with the key.
pub(crate) fn fake_client(fake: &Fake) -> ClientBuilder {
    fake.plain().api(&PIVOTAL).credentials(PivotalKey::new(KEY).unwrap())
}

/// Calls with the secret as each parameter.
pub(crate) async fn open(transport: &impl Transport) -> Result<u8, Error> {
    transport.open(SECRET, SECRET, SECRET, SECRET).await
}

fn secret_header() -> (HeaderName, HeaderValue) {
    (HeaderName::from_static("x-secret"), HeaderValue::from_static(SECRET))
}

/// Returns options that contain the secret wherever they can.
fn options() -> CallOptions {
    let (name, value) = secret_header();
    CallOptions::new().idempotency_key(SECRET).header(name, value).max_attempts(1)
}

/// Checks that `Debug` does not show the secret.
fn debug_hides_secret(value: &impl Debug) {
    for shown in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!shown.contains(SECRET), "{shown}");
    }
}

/// Checks that neither an error nor its sources show the secret.
pub(crate) fn hides_secret(error: &Error) {
    let mut next: Option<&dyn StdError> = Some(error);
    while let Some(cause) = next {
        debug_hides_secret(&cause);
        let shown = format!("{cause} {cause:#}");
        assert!(!shown.contains(SECRET), "{shown}");
        next = cause.source();
    }
}
