use pivotal_runtime::{Error, Transport, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

#[endpoints(header("X-Tenant") = "<tenant>")]
pub trait Api {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

async fn call<C: Transport>(client: C) {
    let _ = client.customer("42", 7).await;
    let _ = client.order("42", 7).await;
}

fn main() {}
