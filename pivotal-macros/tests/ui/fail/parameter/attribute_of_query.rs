use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    async fn customer(&self, #[query] limit: u8) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
