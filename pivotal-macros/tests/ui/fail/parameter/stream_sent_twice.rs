use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(PUT, "/files/<content>", stream = content)]
    async fn customer(&self, content: pivotal_runtime::Body) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(pivotal_runtime::Body::from("x")).await;
}

fn main() {}
