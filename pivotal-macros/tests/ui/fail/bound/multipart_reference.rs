use pivotal_runtime::{Error, Multipart, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(POST, "/customers", multipart = form)]
    async fn customer(&self, form: &Multipart) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(&Multipart::new()).await;
}

fn main() {}
