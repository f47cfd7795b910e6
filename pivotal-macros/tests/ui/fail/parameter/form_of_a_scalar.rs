use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(POST, "/customers", form = content)]
    async fn customer(&self, content: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
