use pivotal_runtime::{Api, Error, Transport, endpoint};

fn github() -> Api {
    Api::new()
}

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Customers: Transport {
    #[endpoint(GET, "/customers/<id>", api = github())]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Customers for T {}

async fn call<C: Customers>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
