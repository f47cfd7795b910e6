use pivotal_runtime::{LinkPage, Pages, Transport, endpoint};

pub trait Api: Transport {
    #[endpoint(GET, "/customers", response(200) = LinkPage<u8>)]
    fn customers(&self) -> Pages<'_, LinkPage<u8>>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customers().next().await;
}

fn main() {}
