use pivotal_runtime::{Applied, Attempt, Credentials, Error};

struct Session {}

impl Credentials for Session {
    async fn apply(&self, _: &mut Attempt<'_>) -> Result<Applied, Error> {
        Ok(Applied::Done)
    }
}

fn main() {
    let _ = pivotal_runtime::Client::builder().credentials(Session {});
}
