use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub struct Filter;

pub trait Api: Transport {
    #[endpoint(GET, "/customers?<filter..>")]
    async fn customer(&self, filter: &Filter) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(&Filter).await;
}

fn main() {}
