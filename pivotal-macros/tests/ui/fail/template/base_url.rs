use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "<base_url>/customers/<id>")]
    async fn customer(&self, base_url: &str, id: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
