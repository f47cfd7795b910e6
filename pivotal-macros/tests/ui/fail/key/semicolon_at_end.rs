use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", auth = none;)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
