use std::pin::Pin;

use pivotal_runtime::{DynTransport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub struct MyError;

pub trait Api: DynTransport {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Pin<Box<dyn Future<Output = Result<Customer, MyError>> + Send + '_>>;
}

impl<T: DynTransport> Api for T {}

fn call<C: Api>(client: C) {
    let _ = client.customer("42");
}

fn main() {}
