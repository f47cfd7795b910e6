use pivotal_runtime::{BlockingTransport, Error, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api", transport = "BlockingTransport")]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(DELETE, "/customers/<id>")]
    fn delete(&self, id: &str) -> Result<(), Error>;
}

fn call<C: BlockingTransport>(client: C) {
    let _ = client.customer("42");
    let _ = client.delete("42");
}

fn main() {}
