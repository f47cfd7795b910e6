use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    async fn customer(&self) -> std::pin::Pin<Box<dyn Future<Output = Result<Customer, Error>> + Send + '_>>;
}

impl<T: Transport> Api for T {}

fn main() {}
