use pivotal_runtime::{Error, Transport, endpoints};

#[endpoints(transport = Transprt)]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<u32, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
