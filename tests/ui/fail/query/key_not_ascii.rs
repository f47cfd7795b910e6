use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers?<größe>")]
    async fn customer(&self, größe: u8) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(7).await;
}

fn main() {}
