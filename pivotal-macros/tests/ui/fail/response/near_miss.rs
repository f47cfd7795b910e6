use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {
    id: u32,
}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", respons = Customer)]
    async fn customer(&self, id: &str);
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) -> Result<u32, Error> {
    let customer = client.customer("42").await?;
    Ok(customer.id)
}

fn main() {}
