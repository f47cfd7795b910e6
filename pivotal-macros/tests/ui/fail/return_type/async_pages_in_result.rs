use pivotal_runtime::{Error, LinkPage, Pages, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    async fn customer(&self) -> Result<Pages<'_, LinkPage<Customer>>, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
