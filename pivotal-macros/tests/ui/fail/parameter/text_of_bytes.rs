use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(POST, "/customers", text = content)]
    async fn customer(&self, content: Vec<u8>) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
