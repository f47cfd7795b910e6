use pivotal_runtime::{Conditional, Error, Transport, endpoint};

pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Conditional<Option<Customer>>, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
