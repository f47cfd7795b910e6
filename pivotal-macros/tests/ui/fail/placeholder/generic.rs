use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<N>")]
    async fn customer<const N: usize>(&self) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
