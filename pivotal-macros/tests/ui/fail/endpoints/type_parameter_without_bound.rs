use pivotal_runtime::{Error, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api")]
pub trait Api<T> {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<T, Error>;
}

fn main() {}
