//! Credentials whose refresh calls the client that has them.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use pivotal_runtime::http::HeaderValue;
use pivotal_runtime::http::header::AUTHORIZATION;
use pivotal_runtime::{Applied, Attempt, Client, Credentials, Error, Transport, endpoint};

use super::session::unauthorized;
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::thing_api::Api;

/// Credentials that request a token through the client that has them.
#[derive(Clone, Default)]
struct LogIn {
    client: Arc<OnceLock<Client>>,
    token: Arc<OnceLock<HeaderValue>>,
}

trait Tokens: Transport {
    #[endpoint(POST, "/token", auth = none)]
    async fn token(&self) -> Result<String, Error>;
}
impl<T: Transport> Tokens for T {}

impl Credentials for LogIn {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        let Some(token) = self.token.get() else { return Ok(Applied::Stale) };
        attempt.set_header(AUTHORIZATION, token.clone());
        Ok(Applied::Done)
    }

    async fn refresh(&self) -> Result<bool, Error> {
        let token = self.client.get().unwrap().token().await?;
        self.token.set(HeaderValue::try_from(format!("Bearer {token}")).unwrap()).unwrap();
        Ok(true)
    }
}

/// Such credentials with a token that the server rejects.
#[derive(Clone, Default)]
struct LogInAgain(LogIn);

impl Credentials for LogInAgain {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        if self.0.apply(attempt)? == Applied::Stale {
            attempt.set_header(AUTHORIZATION, HeaderValue::from_static("Bearer old"));
        }
        Ok(Applied::Done)
    }

    fn refresh(&self) -> impl Future<Output = Result<bool, Error>> + Send {
        self.0.refresh()
    }
}

#[tokio::test(start_paused = true)]
async fn refresh_can_call_its_own_client() {
    for is_rejected in [false, true] {
        let fake = Fake::new(|sent| match (sent.path.as_str(), sent.header("authorization")) {
            ("/token", None) => ok().body("new").after(Duration::from_secs(1)),
            (_, Some("Bearer new")) => ok(),
            // Both calls are rejected before the token is requested.
            _ => unauthorized().after(Duration::from_millis(10)),
        });
        let log_in = LogIn::default();
        // The permit of the call must be free for the refresh.
        let builder = fake.plain().max_concurrency(1);
        let builder = if is_rejected {
            builder.credentials(LogInAgain(log_in.clone()))
        } else {
            builder.credentials(log_in.clone())
        };
        let client = builder.build().unwrap();
        log_in.client.set(client.clone()).unwrap();
        let (first, second) = tokio::join!(client.get(), client.get());
        let (attempts, elapsed) = if is_rejected { (2, 1_020) } else { (1, 1_000) };
        assert_eq!((first.unwrap().attempts(), second.unwrap().attempts()), (attempts, attempts));
        let tokens = fake.sent().iter().filter(|sent| sent.path == "/token").count();
        assert_eq!((tokens, fake.elapsed()), (1, Duration::from_millis(elapsed)));
    }
}
