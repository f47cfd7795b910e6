use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api/<version>", header("X-Version") = version)]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "<url>")]
    async fn order(&self, url: &str) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer(1, "42").await;
    let _ = client.order("/orders").await;
}

fn main() {}
