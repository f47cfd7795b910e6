use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> impl Future<Output = Result<Customer, Error>> + Send;
}

impl<T: Transport> Api for T {}

fn call<C: Api>(client: C) {
    let _ = client.customer("42");
}

fn main() {}
