use pivotal_runtime::{BlockingTransport, Error, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api")]
pub trait Api: BlockingTransport {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn call<C: Api>(client: C) {
    let _ = client.customer("42");
}

fn main() {}
