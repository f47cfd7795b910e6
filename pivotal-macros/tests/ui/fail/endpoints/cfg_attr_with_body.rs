use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints("/api")]
pub trait Api {
    #[cfg_attr(any(), endpoint(GET, "/customers/<id>"))]
    async fn customer(&self, id: &str) -> Result<Customer, Error> {
        Ok(Customer {})
    }
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer("42").await;
}

fn main() {}
