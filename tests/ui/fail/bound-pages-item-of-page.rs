use pivotal_runtime::{Page, Pages, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    fn customer(&self) -> Pages<'_, u32, Page<Customer>>;
}

impl<T: Transport> Api for T {}

fn call<C: Api>(client: C) {
    let _ = client.customer();
}

fn main() {}
