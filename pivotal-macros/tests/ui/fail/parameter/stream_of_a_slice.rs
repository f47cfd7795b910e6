use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(POST, "/customers", stream = content)]
    async fn customer(&self, content: &[u8]) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
