use pivotal_runtime::{Api, Error, Transport, endpoint};

static GITHUB: Api = Api::new().header("Host", "api.github.com");

pub trait Customers: Transport {
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn customer(&self, id: &str) -> Result<u32, Error>;
}

impl<T: Transport> Customers for T {}

fn main() {
    let _ = pivotal_runtime::Client::builder().api(&GITHUB).build();
}
