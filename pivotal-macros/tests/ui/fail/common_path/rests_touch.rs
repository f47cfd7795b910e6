use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api/<parent..>")]
pub trait Api {
    #[endpoint(GET, "/<name..>")]
    async fn customer(&self, parent: &str, name: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders")]
    async fn order(&self, parent: &str) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer("a", "b").await;
    let _ = client.order("a").await;
}

fn main() {}
