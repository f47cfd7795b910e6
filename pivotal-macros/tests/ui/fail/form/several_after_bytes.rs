use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(POST, "/token", bytes = user, form("code") = code, form("state") = state, form("scope") = "all")]
    async fn customer(&self, code: &str, user: &str, state: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer("42", "x", "x").await;
}

fn main() {}
