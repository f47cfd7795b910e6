// The first example of the documentation, complete.
use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Deleted {}

pub trait Customers: Transport {
    #[endpoint(DELETE, "/api/v1/customers/<id>", response = Deleted)]
    async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
}

impl<T: Transport> Customers for T {}

fn main() {}
