use pivotal_runtime::{Error, Transport, endpoint};

pub trait Api: Transport {
    fn customer(&self, id: &str) -> impl Future<Output = Result<u32, Error>>;
}

impl<T: Transport> Api for T {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<u32, Error> {
        Ok(id.len() as u32)
    }
}

async fn call<C: Api>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
