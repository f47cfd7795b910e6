use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(POST, "/customers", body = { name, email })]
    async fn customer(&self, name: &str, email: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
