use pivotal_runtime::{Error, Transport, endpoint, http};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    async fn customer(&self) -> Result<http::Response<Customer>, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
