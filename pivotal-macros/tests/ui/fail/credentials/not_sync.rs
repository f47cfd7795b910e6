use std::cell::RefCell;

use pivotal_runtime::{Applied, Attempt, Credentials, Error};

struct Session {
    token: RefCell<String>,
}

impl Credentials for Session {
    fn apply(&self, _: &mut Attempt<'_>) -> Result<Applied, Error> {
        self.token.borrow_mut().clear();
        Ok(Applied::Done)
    }
}

fn main() {
    let _ = pivotal_runtime::Client::builder().credentials(Session { token: RefCell::default() });
}
