use pivotal_runtime::{Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer<E>(&self, id: &str) -> Result<Customer, E>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer::<std::fmt::Error>("42").await;
}

fn main() {}
