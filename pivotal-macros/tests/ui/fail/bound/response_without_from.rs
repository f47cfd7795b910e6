use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[derive(serde::Deserialize)]
pub struct Job {}

pub enum Outcome {
    Done(Customer),
    Running(Job),
}

impl From<Customer> for Outcome {
    fn from(customer: Customer) -> Self {
        Self::Done(customer)
    }
}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", response(200) = Customer, response(202) = Job)]
    async fn customer(&self, id: &str) -> Result<Outcome, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
