use pivotal_runtime::{Api, Error, Transport, endpoint};

mod conventions {
    pub static GITHUB: super::Api = super::Api::new();
}

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Customers: Transport {
    #[endpoint(GET, "/customers/<id>", api = conventions::GITHB)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Customers for T {}

async fn call<C: Customers>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
