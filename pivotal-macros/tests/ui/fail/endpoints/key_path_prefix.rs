use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints(path = "/customers")]
pub trait Api {
    #[endpoint(GET, "")]
    async fn customers(&self) -> Result<Customer, Error>;

    #[endpoint(GET, "?<limit>")]
    async fn page(&self, limit: u8) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customers().await;
    let _ = client.page(5).await;
}

fn main() {}
