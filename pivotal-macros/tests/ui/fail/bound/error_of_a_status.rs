use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[derive(serde::Deserialize)]
pub struct Problem {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", error(404) = Problem)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
