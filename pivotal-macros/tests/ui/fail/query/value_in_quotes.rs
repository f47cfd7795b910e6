use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers?name='<name>'")]
    async fn customer(&self, name: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
