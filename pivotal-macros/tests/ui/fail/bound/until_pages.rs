use pivotal_runtime::{LinkPage, Pages, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    fn customer(&self, id: &str) -> Pages<'_, LinkPage<Customer>>;
}

impl<T: Transport> Api for T {}

fn call<C: Api>(client: C) {
    let _ = client.customer("42");
}

fn main() {}
