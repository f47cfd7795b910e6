use pivotal_runtime::{Error, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints]
pub trait Api {
    #[endpoint(GET, "/customers/<id>", operation = "get")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/notes/<id>", operation = "get")]
    async fn note(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
