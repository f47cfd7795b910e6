use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub struct Etag;

pub trait Api: Transport {
    #[endpoint(GET, "/customers", header("If-Match") = etag)]
    async fn customer(&self, etag: Etag) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(Etag).await;
}

fn main() {}
