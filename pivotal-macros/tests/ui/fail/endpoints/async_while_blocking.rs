use pivotal_runtime::{Error, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints(transport = pivotal_runtime::BlockingTransport)]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
