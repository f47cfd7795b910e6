#![allow(unused_imports)]

use pivotal_runtime::{Error, Transport, endpoint as call, endpoint as http, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api")]
pub trait Api {
    #[call(GET, "/customers/<id>")]
    #[http(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
