use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub struct Path;

pub trait Api: Transport {
    #[endpoint(GET, "/files/<path..>")]
    async fn customer(&self, path: &Path) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(&Path).await;
}

fn main() {}
