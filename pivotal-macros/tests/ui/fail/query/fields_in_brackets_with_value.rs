use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers?filter[<key>]=<value>")]
    async fn customer(&self, key: &[[&str; 2]], value: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(&[["a", "b"]], "y").await;
}

fn main() {}
