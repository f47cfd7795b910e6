use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GTE, "/customers/<idd>", sucess = 200, success = 20)]
    async fn customer(&self, id: &str, expand: bool) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer("42", true).await;
}

fn main() {}
