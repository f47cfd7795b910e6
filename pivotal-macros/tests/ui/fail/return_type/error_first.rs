use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: u8) -> Result<Error, Customer>;
}

impl<T: Transport> Api for T {}

fn main() {}
