use std::pin::Pin;

use pivotal_runtime::{DynTransport, Error, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: DynTransport {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Pin<Box<dyn Future<Output = Result<Customer, Error>> + Send + '_>>;
}

impl<T: DynTransport> Api for T {}

fn call<C: Api>(client: C) {
    let _ = client.customer("42");
}

fn main() {}
