use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/files/<path..>")]
    async fn customer(&self, path: std::path::PathBuf) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
