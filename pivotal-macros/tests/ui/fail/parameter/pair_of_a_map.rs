use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers?<filter>")]
    async fn customer(&self, filter: std::collections::HashMap<String, String>) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
