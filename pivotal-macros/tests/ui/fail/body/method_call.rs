use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(POST, "/customers", body = customer.len() + 1)]
    async fn customer(&self, customer: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
