//! Calls that no request can be made of: rows 11 and 13.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};
use proptest::prelude::*;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use super::recorder::{Recorder, run};
use crate::server::Server;

trait Calls: Transport {
    #[endpoint(GET, "/items", response = (), header("X-Value") = value)]
    async fn header(&self, value: &str) -> Result<(), Error>;

    #[endpoint(POST, "/items", body = body)]
    async fn create<B: Serialize + Sync>(&self, body: &B) -> Result<(), Error>;
}
impl<T: Transport> Calls for T {}

/// Nothing was to be sent, so it came to no phase.
fn is_refused(error: &Error, parameter: &str) {
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(parameter)), "{error:?}");
    assert_eq!((error.delivery(), error.attempts()), (None, 0));
    assert!(!error.is_retryable());
}

proptest! {
    #[test]
    fn row_011_a_header_is_sent_as_it_is_or_not_at_all(value in any::<String>()) {
        let recorder = Recorder::default();
        match run(recorder.client().header(&value)) {
            Ok(()) => {
                let request = recorder.request();
                let sent: Vec<_> = request.headers().get_all("x-value").iter().collect();
                prop_assert_eq!(sent, [value.as_bytes()]);
            }
            Err(error) => {
                is_refused(&error, "value");
                let loses_its_ends = value.starts_with(' ') || value.ends_with(' ');
                prop_assert!(value.chars().any(char::is_control) || loses_its_ends, "{:?}: {}", value, error);
                prop_assert!(recorder.requests().is_empty());
            }
        }
    }

    #[test]
    fn row_011_a_header_holds_no_line_break(before in ".*", broken in "[\r\n\0\x7f\x01]", after in ".*") {
        let recorder = Recorder::default();
        let error = run(recorder.client().header(&format!("{before}{broken}{after}"))).unwrap_err();
        is_refused(&error, "value");
        prop_assert!(recorder.requests().is_empty());
    }
}

struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("broken on purpose"))
    }
}

#[tokio::test]
async fn row_013_a_body_that_cannot_be_written() {
    let server = Server::new([]);
    let client = server.client();
    is_refused(&client.create(&Broken).await.unwrap_err(), "body");
    is_refused(&client.create(&[None, Some(Broken)]).await.unwrap_err(), "body");
    is_refused(&client.create(&std::collections::BTreeMap::from([((1, 2), 3)])).await.unwrap_err(), "body");
    assert_eq!(server.finish().await.connections(), 0);
}
