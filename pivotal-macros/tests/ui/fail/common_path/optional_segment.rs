use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api/<version>")]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: Option<u8>, id: &str) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer(1, "42").await;
    let _ = client.order(Some(1), "42").await;
}

fn main() {}
