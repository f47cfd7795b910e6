use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/users/<user>")]
pub trait Api {
    #[endpoint(GET, "<url>")]
    async fn customer(&self, user: u64, url: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, user: u64, id: &str) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer(7, "/customers").await;
    let _ = client.order(7, "42").await;
}

fn main() {}
