use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(POST, "/customers", multipart("file") = file)]
    async fn customer(&self, file: pivotal_runtime::Multipart) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(pivotal_runtime::Multipart::new()).await;
}

fn main() {}
