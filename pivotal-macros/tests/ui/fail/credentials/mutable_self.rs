use pivotal_runtime::{Applied, Attempt, Credentials, Error};

struct Session {
    calls: u32,
}

impl Credentials for Session {
    fn apply(&mut self, _: &mut Attempt<'_>) -> Result<Applied, Error> {
        self.calls += 1;
        Ok(Applied::Done)
    }
}

fn main() {
    let _ = pivotal_runtime::Client::builder().credentials(Session { calls: 0 });
}
