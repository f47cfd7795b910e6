use pivotal_runtime::{Error, Transport, endpoint};

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer<R>(&self, id: &str) -> Result<R, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer::<u32>("42").await;
}

fn main() {}
