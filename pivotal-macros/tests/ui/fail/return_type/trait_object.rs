use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    async fn customer(&self) -> Result<Box<dyn std::any::Any + Send>, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
