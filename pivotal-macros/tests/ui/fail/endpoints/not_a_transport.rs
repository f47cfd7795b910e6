use pivotal_runtime::{Error, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints(transport = Clone)]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

async fn call<C: Clone>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
