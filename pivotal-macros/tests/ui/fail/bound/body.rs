use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub struct NewCustomer;

pub trait Api: Transport {
    #[endpoint(POST, "/customers", body = customer)]
    async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(&NewCustomer).await;
}

fn main() {}
