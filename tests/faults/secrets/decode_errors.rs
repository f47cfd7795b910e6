//! Decode errors, which do not show the keys of a map.

use std::collections::BTreeMap;
use std::pin::Pin;

use pivotal_runtime::{Client, Error, ErrorKind, Transport, endpoint};

use super::fake_client;
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;

type Pending = Pin<Box<dyn Future<Output = Error>>>;

trait Sessions: Transport {
    #[endpoint(GET, "/sessions")]
    async fn counts(&self) -> Result<BTreeMap<String, u64>, Error>;

    #[endpoint(GET, "/sessions")]
    async fn nested(&self) -> Result<Accounts, Error>;

    #[endpoint(GET, "/sessions")]
    async fn checked(&self) -> Result<BTreeMap<Checked, u64>, Error>;
}
impl<T: Transport> Sessions for T {}

#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "only decoded")]
struct Accounts {
    by_token: BTreeMap<String, Vec<Account>>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only decoded")]
struct Account {
    id: u64,
}

/// A key with a check.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(try_from = "String")]
struct Checked(String);

impl TryFrom<String> for Checked {
    type Error = String;

    fn try_from(key: String) -> Result<Self, String> {
        if key.contains('_') { Ok(Self(key)) } else { Err(format!("no such key: {key}")) }
    }
}

#[tokio::test(start_paused = true)]
async fn keys_of_a_map_are_shown_by_position() {
    let secrets =
        ["sk_live_AbCdEfGhIjKlMnOp", "xoxb-AbCdEfGhIjKlMnOp1234", "alice_smith", "4111111111111111", "a1_b2", "id"];
    for secret in secrets {
        let error_of = async |body: String, call: &dyn Fn(Client) -> Pending| {
            let fake = Fake::new(move |_| ok().header("content-type", "application/json").body(body.clone()));
            let error = call(fake_client(&fake).build().unwrap()).await;
            assert_eq!(error.kind(), ErrorKind::Decode);
            let shown = format!("{error} {error:?}");
            assert!(secret == "id" || !shown.contains(secret), "{shown}");
            error.to_string()
        };
        let counts: &dyn Fn(Client) -> Pending = &|api| Box::pin(async move { api.counts().await.unwrap_err() });
        let nested: &dyn Fn(Client) -> Pending = &|api| Box::pin(async move { api.nested().await.unwrap_err() });
        let checked: &dyn Fn(Client) -> Pending = &|api| Box::pin(async move { api.checked().await.unwrap_err() });
        let shown = error_of(format!(r#"{{"a":1,"{secret}":"x"}}"#), counts).await;
        assert!(shown.contains("expected u64 at `{1}`, line 1"), "{shown}");
        let shown = error_of(format!(r#"{{"by_token":{{"{secret}":[{{"id":"x"}}]}}}}"#), nested).await;
        assert!(shown.contains("expected u64 at `by_token{0}[0].id`, line 1"), "{shown}");
        let shown = error_of(format!(r#"{{"a_b":1,"{secret}":"x"}}"#), checked).await;
        assert!(shown.contains(" at `{1}`, line 1"), "{shown}");
        if secret != "id" {
            let shown = error_of(format!(r#"{{"by_token":{{"a":[{{"{secret}":1}}]}}}}"#), nested).await;
            assert!(shown.contains("expected `id` at `by_token{0}[0]{0}`, line 1"), "{shown}");
        }
    }
}
