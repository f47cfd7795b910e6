use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("<shop>")]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, shop: u64, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, shop: u64, id: &str) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer(7, "42").await;
    let _ = client.order(7, "42").await;
}

fn main() {}
