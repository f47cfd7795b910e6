use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(HEAD, "/customers")]
    async fn customer(&self) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
