use pivotal_runtime::http::HeaderMap;
use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers", header(..) = headrs)]
    async fn customer(&self, headers: &HeaderMap) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(&HeaderMap::new()).await;
}

fn main() {}
