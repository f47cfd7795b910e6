//! Secrets in each part of a call, which nothing shows.

mod errors;
mod values;

use std::error::Error as StdError;
use std::fmt::Debug;

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};
use serde::{Deserialize, Serialize, Serializer};

use crate::support::{SECRET, SECRET_KEY as KEY};

fn debug_hides_secret(value: &impl Debug) {
    for shown in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!shown.contains(SECRET), "{shown}");
    }
}

/// Checks the kind of an error, and that neither the error nor its sources show the secret.
fn hides_secret(error: &Error, kind: ErrorKind) {
    assert_eq!(error.kind(), kind, "{error:?}");
    debug_hides_secret(error);
    let mut next: Option<&dyn StdError> = Some(error);
    while let Some(cause) = next {
        debug_hides_secret(&cause);
        let shown = format!("{cause} {cause:#}");
        assert!(!shown.contains(SECRET), "{shown}");
        next = cause.source();
    }
}

trait Vault: Transport {
    #[endpoint(POST, "/vault/<id>?<query>", header("X-Header") = header, body = body)]
    async fn open<T: Serialize + Sync>(&self, id: &str, query: T, header: T, body: T) -> Result<Kept, Error>;
}
impl<T: Transport> Vault for T {}

/// Calls with the secret as each parameter.
async fn open(transport: &impl Transport) -> Result<Kept, Error> {
    transport.open(SECRET, SECRET, SECRET, SECRET).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only decoded")]
struct Kept {
    number: u8,
    kind: Option<Kind>,
    even: Option<Even>,
    counts: Option<std::collections::BTreeMap<String, u8>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Plain,
}

#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Even;

impl TryFrom<String> for Even {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.len().is_multiple_of(2) { Ok(Self) } else { Err(format!("odd, expected something else than {text}")) }
    }
}

/// A value that fails to serialize with a message that contains it.
struct Revealing;

impl Serialize for Revealing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom(format!("do not like {SECRET}")))
    }
}
