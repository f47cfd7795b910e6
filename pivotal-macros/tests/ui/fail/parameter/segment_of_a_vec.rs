use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<ids>?<limit>")]
    async fn customer(&self, ids: Vec<u32>, limit: u8) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(vec![1, 2], 7).await;
}

fn main() {}
