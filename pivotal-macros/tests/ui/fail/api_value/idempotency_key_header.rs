use pivotal_runtime::{Api, Error, Transport, endpoint};

static GITHUB: Api = Api::new().idempotency_key_header("Idempotency Key");

pub trait Customers: Transport {
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn customer(&self, id: &str) -> Result<u32, Error>;
}

impl<T: Transport> Customers for T {}

fn main() {
    let _ = pivotal_runtime::Client::builder().api(&GITHUB).build();
}
