use pivotal_runtime::{Api, Error, Transport, endpoint};

static GITHUB: Api = Api::new().header("X-GitHub-Api-Version", "2022-11-28\n");

pub trait Customers: Transport {
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn customer(&self, id: &str) -> Result<u32, Error>;
}

impl<T: Transport> Customers for T {}

fn main() {
    let _ = pivotal_runtime::Client::builder().api(&GITHUB).build();
}
