//! Rows 107 to 111: nothing is sent elsewhere, and nothing is shown.

mod answering;
mod credentials;
mod leaks;
mod logged;
mod redirects;

/// The server of the tests on the wire.
#[path = "../wire/support.rs"]
#[allow(dead_code, reason = "made for other tests, too")]
mod raw;

use std::error::Error as StdError;
use std::fmt::Debug;

use pivotal_api::List;
use pivotal_runtime::{Body, Error, Pages, Transport, endpoint};

pub(crate) use self::answering::{Answering, client, json, response};

const SECRET: &str = "s3cr3tZq41";

/// Its first four characters after the prefix may be shown, and are no part of the secret.
const KEY: &str = "pivotal_test_logs3cr3tZq41";

trait Vault: Transport {
    #[endpoint(POST, "/vault/<id>?<query>", header("X-Header") = header, body = body)]
    async fn open(&self, id: &str, query: &str, header: &str, body: &str) -> Result<u8, Error>;

    #[endpoint(GET, "/vault/<id>?<query>", header("X-Header") = header)]
    async fn look(&self, id: &str, query: &str, header: &str) -> Result<Body, Error>;

    #[endpoint(GET, "/vaults?<query>&<cursor>")]
    fn list(&self, query: &str, cursor: &str) -> Pages<'_, List<u8>>;
}
impl<T: Transport> Vault for T {}

/// Calls with the secret in every place.
async fn open(transport: &impl Transport) -> Result<u8, Error> {
    transport.open(SECRET, SECRET, SECRET, SECRET).await
}

fn hides(what: &impl Debug) {
    for shown in [format!("{what:?}"), format!("{what:#?}")] {
        assert!(!shown.contains(SECRET), "{shown}");
    }
}

/// Checks all that is shown of an error and of what lies beneath it.
fn is_silent(error: &Error) {
    let mut next: Option<&dyn StdError> = Some(error);
    while let Some(cause) = next {
        hides(&cause);
        let shown = format!("{cause} {cause:#}");
        assert!(!shown.contains(SECRET), "{shown}");
        next = cause.source();
    }
}
