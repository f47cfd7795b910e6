//! Parameters that are rejected before anything is sent.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};
use proptest::prelude::*;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use super::fake;
use crate::support::run;
use crate::support::scripted::ScriptedServer;

trait Calls: Transport {
    #[endpoint(GET, "/items", response = (), header("X-Value") = value)]
    async fn header(&self, value: &str) -> Result<(), Error>;

    #[endpoint(POST, "/items", body = body)]
    async fn create<B: Serialize + Sync>(&self, body: &B) -> Result<(), Error>;
}
impl<T: Transport> Calls for T {}

/// Checks that a call was rejected for a parameter.
fn is_rejected(error: &Error, parameter: &str) {
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(parameter)), "{error:?}");
    assert_eq!((error.delivery(), error.attempts()), (None, 0));
    assert!(!error.is_retryable());
}

proptest! {
    #[test]
    fn header_value_is_sent_unchanged_or_rejected(value in any::<String>()) {
        let fake = fake();
        match run(fake.client().header(&value)) {
            Ok(()) => {
                prop_assert_eq!(fake.count(), 1);
                let sent = fake.sent().remove(0);
                let sent: Vec<_> = sent.headers.get_all("x-value").iter().collect();
                prop_assert_eq!(sent, [value.as_bytes()]);
            }
            Err(error) => {
                is_rejected(&error, "value");
                let would_be_trimmed = value.starts_with(' ') || value.ends_with(' ');
                prop_assert!(value.chars().any(char::is_control) || would_be_trimmed, "{:?}: {}", value, error);
                prop_assert_eq!(fake.count(), 0);
            }
        }
    }

    #[test]
    fn header_with_a_line_break_is_rejected(before in ".*", broken in "[\r\n\0\x7f\x01]", after in ".*") {
        let fake = fake();
        let error = run(fake.client().header(&format!("{before}{broken}{after}"))).unwrap_err();
        is_rejected(&error, "value");
        prop_assert_eq!(fake.count(), 0);
    }
}

struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("broken on purpose"))
    }
}

#[tokio::test]
async fn unserializable_body_is_rejected() {
    let server = ScriptedServer::new([]);
    let client = server.client();
    is_rejected(&client.create(&Broken).await.unwrap_err(), "body");
    is_rejected(&client.create(&[None, Some(Broken)]).await.unwrap_err(), "body");
    is_rejected(&client.create(&std::collections::BTreeMap::from([((1, 2), 3)])).await.unwrap_err(), "body");
    assert_eq!(server.finish().await.connections(), 0);
}
