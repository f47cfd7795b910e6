use pivotal_runtime::{Error, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints]
pub trait Api {
    #[endpoint(GET, "/customers/<id>", operation = "note")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/notes/<id>")]
    async fn note(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
