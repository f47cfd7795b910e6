use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: impl ToString) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
