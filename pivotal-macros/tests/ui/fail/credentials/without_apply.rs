use pivotal_runtime::{Credentials, Error};

struct Session {}

impl Credentials for Session {
    async fn refresh(&self) -> Result<bool, Error> {
        Ok(true)
    }
}

fn main() {
    let _ = pivotal_runtime::Client::builder().credentials(Session {});
}
