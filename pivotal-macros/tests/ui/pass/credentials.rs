// Custom credentials: with and without `refresh`, and in each form of `refresh`.
#![deny(warnings)]
use std::sync::{Arc, RwLock};

use pivotal_runtime::http::HeaderValue;
use pivotal_runtime::http::header::AUTHORIZATION;
use pivotal_runtime::{ApiKey, Applied, Attempt, Basic, Bearer, Client, Credentials, Error};

/// A token that expires.
#[derive(Default)]
struct Session {
    token: RwLock<Option<HeaderValue>>,
}

impl Credentials for Session {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        let Some(token) = self.token.read().unwrap().clone() else { return Ok(Applied::Stale) };
        attempt.set_header(AUTHORIZATION, token);
        Ok(Applied::Done)
    }

    async fn refresh(&self) -> Result<bool, Error> {
        let token = log_in().await?;
        *self.token.write().unwrap() = Some(token);
        Ok(true)
    }
}

async fn log_in() -> Result<HeaderValue, Error> {
    Ok(HeaderValue::from_static("Bearer t-12345678"))
}

/// A signature of the request.
struct Signed {
    secret: Arc<str>,
}

impl Credentials for Signed {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        let text = format!("{} {} {}", attempt.method(), attempt.path_and_query(), attempt.host());
        let bytes = attempt.body().map_or(0, |body| body.len());
        attempt.set_query("signature", &format!("{}-{}-{bytes}", self.secret.len(), text.len()));
        attempt.hide(&*self.secret);
        Ok(Applied::Done)
    }
}

/// `refresh` with an explicit future.
struct Written(Bearer);

impl Credentials for Written {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        self.0.apply(attempt)
    }

    fn refresh(&self) -> impl Future<Output = Result<bool, Error>> + Send {
        std::future::ready(Ok(false))
    }
}

fn main() -> Result<(), Error> {
    let builder = || Client::builder().base_url("https://api.example.com");
    builder().credentials(Session::default()).build()?;
    builder().credentials(Signed { secret: "s-12345678".into() }).build()?;
    builder().credentials(Written(Bearer::new("t-12345678")?)).build()?;
    builder().credentials(Basic::new("ada", "p4ssw0rd")?).build()?;
    builder().credentials(ApiKey::header("X-Api-Key", "k-12345678")?).build()?;
    builder().credentials(ApiKey::query("api_key", "k-12345678")?).build()?;
    Ok(())
}
