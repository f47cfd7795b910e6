use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api/<path..>")]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, path: &str, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, path: &str, id: &str) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer("a", "42").await;
    let _ = client.order("a", "42").await;
}

fn main() {}
