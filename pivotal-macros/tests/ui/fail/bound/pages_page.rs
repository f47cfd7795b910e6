use pivotal_runtime::{Pages, Transport, endpoint};

pub struct Feed {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers", response = Feed)]
    fn customer(&self) -> Pages<'_, Feed>;
}

impl<T: Transport> Api for T {}

fn call<C: Api>(client: C) {
    let _ = client.customer();
}

fn main() {}
