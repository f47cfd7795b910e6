// A crate that depends on `pivotal-api` alone declares endpoints too.
use pivotal_api::{Client, Customers, Error, Response, Transport, endpoint};

pub trait Reports: Transport {
    #[endpoint(GET, "/api/v1/reports/<id>", response = String)]
    async fn report(&self, id: &str) -> Result<Response<String>, Error>;
}

impl<T: Transport> Reports for T {}

async fn both(client: &Client) -> Result<(), Error> {
    client.report("42").await?;
    client.delete_customer("42").await?;
    Ok(())
}

fn main() {
    let _ = both;
}
