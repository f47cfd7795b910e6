use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", headers = headers)]
    async fn customer(&self, id: &str, headers: &pivotal_runtime::http::HeaderMap) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer("42", &Default::default()).await;
}

fn main() {}
