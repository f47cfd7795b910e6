use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Customers: Transport {
    #[endpoint(GET, "/customers/<id>", api = pivotal_runtime::Api::new().base_url("https://api.github.com"))]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Customers for T {}

async fn call<C: Customers>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
