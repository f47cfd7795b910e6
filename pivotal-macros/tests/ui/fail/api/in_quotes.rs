use pivotal_runtime::{Api, Error, Transport, endpoint};

static GITHUB: Api = Api::new().base_url("https://api.github.com");

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Customers: Transport {
    #[endpoint(GET, "/customers/<id>", api = "GITHUB")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Customers for T {}

async fn call<C: Customers>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
