use pivotal_runtime::{BlockingTransport, Error, endpoint};

pub struct Customer {}

pub trait Api: BlockingTransport {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Result<Customer, Error>;
}

impl<T: BlockingTransport> Api for T {}

fn call<C: Api>(client: C) {
    let _ = client.customer("42");
}

fn main() {}
