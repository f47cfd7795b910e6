use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub struct Content;

pub trait Api: Transport {
    #[endpoint(POST, "/customers", text = content)]
    async fn customer(&self, content: &Content) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(&Content).await;
}

fn main() {}
