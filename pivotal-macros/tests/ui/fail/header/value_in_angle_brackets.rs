use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", header("If-Match") = <etag>)]
    async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer("42", "a").await;
}

fn main() {}
