use pivotal_runtime::{Error, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api")]
pub trait Api {
    #[get("/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
