use pivotal_runtime::{Transport, endpoint};

pub trait Api: Transport {
    #[endpoint(GET, "/customers", response(200) = pivotal_runtime::LinkPage<u8>)]
    fn customer(&self) -> pivotal_runtime::Pages<'_, pivotal_runtime::LinkPage<u8>>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer().next().await;
}

fn main() {}
