use std::sync::Mutex;

use pivotal_runtime::{Applied, Attempt, Credentials, Error};

struct Session {
    token: Mutex<String>,
}

impl Credentials for Session {
    fn apply(&self, _: &mut Attempt<'_>) -> Result<Applied, Error> {
        Ok(Applied::Done)
    }

    async fn refresh(&self) -> Result<bool, Error> {
        let mut token = self.token.lock().unwrap();
        *token = log_in().await?;
        Ok(true)
    }
}

async fn log_in() -> Result<String, Error> {
    Ok("t-12345678".to_owned())
}

fn main() {
    let session = Session { token: Mutex::default() };
    let _ = pivotal_runtime::Client::builder().credentials(session);
}
