use pivotal_runtime::{Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: u8) -> Result<Customer, String>;
}

impl<T: Transport> Api for T {}

fn main() {}
