use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub struct Sort;

pub trait Api: Transport {
    #[endpoint(GET, "/customers?<sort>")]
    async fn customer(&self, sort: &Sort) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(&Sort).await;
}

fn main() {}
