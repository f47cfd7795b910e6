use pivotal_runtime::{Body, Error, Request, Transport, endpoint, http};

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<String, Error>;
}

pub struct Fake;

impl Transport for Fake {
    async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
        Ok(http::Response::default())
    }
}

impl Api for Fake {
    async fn customer(&self, _: &str) -> Result<String, Error> {
        Ok("Juniper Freight".to_owned())
    }
}

async fn call(fake: Fake) -> Result<String, Error> {
    fake.customer("42").await
}

fn main() {}
