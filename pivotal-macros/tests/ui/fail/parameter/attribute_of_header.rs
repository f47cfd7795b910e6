use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    async fn customer(&self, #[header("X-Api-Version")] version: u8) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(5).await;
}

fn main() {}
